"""What Komplet remembers: the only importer of sqlmodel and sqlalchemy. Rows never leave it."""
