"""How Komplet speaks: Telegram, words, command line, playground. The only importer of telegram."""
