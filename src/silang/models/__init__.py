"""The trained taggers that ship with silang, and how they are loaded."""
