"""Types of case manager: where they work, what fits them, what the occupation pays."""
