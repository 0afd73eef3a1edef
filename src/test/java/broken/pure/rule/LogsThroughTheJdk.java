package broken.pure.rule;

class LogsThroughTheJdk {
    void say() {
        System.getLogger("rule").log(System.Logger.Level.INFO, "judged");
    }
}
