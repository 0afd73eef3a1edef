package broken.table.notes;

class StandsInNoModule {}
