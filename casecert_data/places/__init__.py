"""What is known of a state or territory: titles of licenses, compacts, rules of its own."""
