package broken.table.contract;

import broken.table.store.Bystander;

class ContractUsesStore {
    Bystander bystander;
}
