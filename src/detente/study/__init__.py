"""The questions, one file each: objects in, one frozen result out; opens nothing."""
