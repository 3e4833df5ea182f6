"""What could be agreed: payoffs, win-sets, frontier, bargaining solutions, offers, reach."""
