package dev.gantry.yaml;

/**
 * Which plain scalars some reader takes for a date or a point in time.
 *
 * <p>YAML 1.1 goes by the form, Go asks whether there is such a day.
 */
final class Timestamps {

    private static final int SHORTEST = "2001-1-1".length();

    /** SnakeYAML looks no further. */
    private static final int LONGEST_OF_YAML_1_1 = 50;

    private final String text;
    private int position;

    private Timestamps(String text) {
        this.text = text;
    }

    /** Answers for a string that begins with a digit. */
    static boolean matches(String text) {
        if (text.length() < SHORTEST || text.charAt(4) != '-') {
            return false;
        }
        return new Timestamps(text).isOfYaml11() || new Timestamps(text).isOfGo();
    }

    private boolean isOfYaml11() {
        if (text.length() > LONGEST_OF_YAML_1_1
                || !fixed(4)
                || !take('-')
                || number() < 0
                || !take('-')
                || number() < 0) {
            return false;
        }
        if (atEnd()) {
            return text.length() == "2001-12-14".length();
        }
        if (!take('T') && !take('t') && !blanks()) {
            return false;
        }
        if (number() < 0 || !take(':') || !fixed(2) || !take(':') || !fixed(2)) {
            return false;
        }
        if (take('.')) {
            digits();
        }
        if (atEnd()) {
            return true;
        }
        blanks();
        if (take('Z')) {
            return atEnd();
        }
        if ((!take('-') && !take('+')) || number() < 0) {
            return false;
        }
        return atEnd() || (take(':') && fixed(2) && atEnd());
    }

    private boolean isOfGo() {
        if (!fixed(4) || !take('-')) {
            return false;
        }
        int month = number();
        if (!take('-')) {
            return false;
        }
        int day = number();
        if (!isDay(Integer.parseInt(text, 0, 4, 10), month, day)) {
            return false;
        }
        if (atEnd()) {
            return true;
        }
        boolean zoned = take('T') || take('t');
        if (!zoned && !take(' ')) {
            return false;
        }
        while (!zoned && take(' ')) {
            // Go skips any number of spaces here.
        }
        if (!upTo(23) || !take(':') || !upTo(59) || !take(':') || !upTo(59)) {
            return false;
        }
        if ((take('.') || take(',')) && !digits()) {
            return false;
        }
        if (!zoned || take('Z')) {
            return atEnd();
        }
        return (take('-') || take('+'))
                && isDigit(position + 1)
                && upTo(24)
                && take(':')
                && isDigit(position + 1)
                && upTo(60)
                && atEnd();
    }

    private static boolean isDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
        return day <= days;
    }

    private boolean atEnd() {
        return position == text.length();
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean take(char c) {
        if (atEnd() || text.charAt(position) != c) {
            return false;
        }
        position++;
        return true;
    }

    private boolean blanks() {
        int start = position;
        while (take(' ') || take('\t')) {
            // Any mixture.
        }
        return position > start;
    }

    private boolean digits() {
        int start = position;
        while (isDigit(position)) {
            position++;
        }
        return position > start;
    }

    private boolean fixed(int count) {
        for (int i = 0; i < count; i++) {
            if (!isDigit(position++)) {
                return false;
            }
        }
        return true;
    }

    private boolean upTo(int greatest) {
        int number = number();
        return number >= 0 && number <= greatest;
    }

    /** One or two digits, or -1. */
    private int number() {
        if (!isDigit(position)) {
            return -1;
        }
        int number = text.charAt(position++) - '0';
        return isDigit(position) ? 10 * number + text.charAt(position++) - '0' : number;
    }
}
