"""Writing: documents to JSON, files that appear whole or not at all, the schema, an outline."""
