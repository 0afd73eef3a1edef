package broken.pure.detect;

class ReadsMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
