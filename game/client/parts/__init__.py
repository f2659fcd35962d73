"""What scenes are made of: text at a station's size, the row they stand on, the way round the table."""
