package broken.table.rule;

import broken.table.agent.Bystander;

class RuleUsesAgent {
    Bystander bystander;
}
