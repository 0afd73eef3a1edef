package io.dualsight.triage;

import io.dualsight.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk on each database, new for each test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class OnEachDatabase {

    @Parameter
    TestDatabase database;

    TriageDesk desk;

    @BeforeEach
    void open() {
        desk = new TriageDesk(database);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
