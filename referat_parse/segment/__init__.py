"""Lines to furniture, meetings, contents list, items and sections: evidence first, then one reading."""
