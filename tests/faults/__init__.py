"""What it must withstand: trials that kill, repeat and interrupt (quality.md, "The promises")."""
