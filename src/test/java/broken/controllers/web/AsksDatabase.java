package broken.controllers.web;

import org.springframework.jdbc.core.simple.JdbcClient;

class AsksDatabase {
    JdbcClient client;
}
