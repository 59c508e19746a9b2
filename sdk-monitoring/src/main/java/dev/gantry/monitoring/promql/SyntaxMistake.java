package dev.gantry.monitoring.promql;

/** Leads from where a mistake is noticed to whoever reports it. */
final class SyntaxMistake extends Exception {

    private static final long serialVersionUID = 1;

    private final int position;
    private final String hint;

    SyntaxMistake(int position, String message, String hint) {
        super(message, null, false, false);
        this.position = position;
        this.hint = hint;
    }

    int position() {
        return position;
    }

    String hint() {
        return hint;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
