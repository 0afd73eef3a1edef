package broken.rulebook.rule;

class Listed implements Rule {

    @Override
    public String id() {
        return "LISTED";
    }
}
