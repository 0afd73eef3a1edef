package broken.table.web;

import broken.table.agent.Bystander;

class WebUsesAgent {
    Bystander bystander;
}
