"""What happened: events and yearly facts as tables, and what they show as findings."""
