package dev.gantry.monitoring.promql;

/** What an expression yields. */
enum ValueType {
    /** Numbers of several series. */
    VECTOR("an instant vector"),
    /** The samples of several series in a window of time. */
    RANGE("a range vector"),
    /** One number. */
    SCALAR("a scalar"),
    /** A text. */
    STRING("a string");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    static ValueType of(char letter) {
        return switch (letter) {
            case 'm' -> RANGE;
            case 's' -> SCALAR;
            case 't' -> STRING;
            default -> VECTOR;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
