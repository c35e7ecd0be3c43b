"""What a coordinator takes out of a plan: a workbook, a calendar, letters. Pseudonyms only."""
