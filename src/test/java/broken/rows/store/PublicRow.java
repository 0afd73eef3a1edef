package broken.rows.store;

public record PublicRow(long id) {}
