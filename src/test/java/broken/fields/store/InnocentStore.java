package broken.fields.store;

import org.springframework.beans.factory.annotation.Value;

class InnocentStore {
    private final String name;

    InnocentStore(@Value("${dualsight.name}") String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
