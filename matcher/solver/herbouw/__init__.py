"""Ruin and recreate: take some children out of a plan and place them anew, thousands of times a second."""
