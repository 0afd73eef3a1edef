package broken.rulebook.rule;

class Forgotten implements Rule {

    @Override
    public String id() {
        return "FORGOTTEN";
    }
}
