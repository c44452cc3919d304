"""Small grammars of written Danish that more than one stage needs: dates, numbers, names, bodies."""
