package broken.rows.store;

public class InnocentStore {
    private final InnocentRows rows;

    InnocentStore(InnocentRows rows) {
        this.rows = rows;
    }

    BystanderRow first() {
        return rows.findFirst();
    }

    public int count() {
        return rows.hashCode();
    }
}
