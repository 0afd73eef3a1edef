package broken.table.cluster;

import broken.table.store.Bystander;

class ClusterUsesStore {
    Bystander bystander;
}
