package broken.pure.rule;

import javax.sql.DataSource;

class AsksDatabase {
    DataSource source;
}
