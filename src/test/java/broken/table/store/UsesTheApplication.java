package broken.table.store;

import broken.table.BystanderSettings;

class UsesTheApplication {
    BystanderSettings settings;
}
