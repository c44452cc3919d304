"""Segments to facts: head, attendance, decisions, votes, recommendations, attachments, tables."""
