package broken.table.identity;

import broken.table.store.Bystander;

class IdentityUsesStore {
    Bystander bystander;
}
