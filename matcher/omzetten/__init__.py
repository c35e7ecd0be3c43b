"""From the files people have (CSV or Excel, their own column names) to a folder that the matcher reads."""
