package broken.rulebook.rule;

class SaysTheSame extends Listed {}
