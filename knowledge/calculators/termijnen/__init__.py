"""Terms and deadlines: from the day of an event to the day by which something must be done."""
