package broken.table;

import broken.table.ingest.Bystander;

class ApplicationUsesIngest {
    Bystander bystander;
}
