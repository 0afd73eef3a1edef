package broken.controllers.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

class InnocentStore {
    JdbcClient client;

    @Transactional
    void save() {}
}
