package broken.table.store;

import broken.table.identity.Bystander;

class StoreUsesIdentity {
    Bystander bystander;
}
