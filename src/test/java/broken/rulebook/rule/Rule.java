package broken.rulebook.rule;

interface Rule {

    String id();
}
