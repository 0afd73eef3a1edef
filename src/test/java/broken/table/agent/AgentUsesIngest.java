package broken.table.agent;

import broken.table.ingest.Bystander;

class AgentUsesIngest {
    Bystander bystander;
}
