package dev.gantry.yaml;

/**
 * Which plain scalars some reader takes for a number, of any magnitude.
 *
 * <p>Go's reader drops every underscore and then takes what Go takes for an integer, or a decimal number; that includes
 * nearly all that YAML 1.1 and 1.2 know. What is left are numbers with a leading point and YAML 1.1's to the base of
 * 60.
 */
final class Numbers {

    private static final char END = '\0';

    private final String text;
    private int position;

    private Numbers(String text) {
        this.text = text;
    }

    /** Answers for a string that begins with a digit, a sign or a point. */
    static boolean matches(String text) {
        if (isSpecial(text) || new Numbers(text).hasLeadingPoint()) {
            return true;
        }
        if (text.charAt(0) == '.') {
            return new Numbers(text).hasLeadingPointInGo();
        }
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        return new Numbers(digits).isNumberInGo() || new Numbers(text).isSexagesimal();
    }

    /** Infinity and not-a-number. */
    private static boolean isSpecial(String text) {
        int length = text.length();
        if (length != 4 && length != 5) {
            return false;
        }
        char first = text.charAt(0);
        boolean signed = first == '-' || first == '+';
        return switch (signed ? text.substring(1) : text) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> !signed;
            default -> false;
        };
    }

    private boolean isNumberInGo() {
        boolean signed = sign();
        if (take('0')) {
            if (take('x') || take('X')) {
                return digits(16) && atEnd();
            }
            if (take('o') || take('O')) {
                return digits(8) && atEnd();
            }
            if (take('b')) {
                // Go's reader tries a second time with what follows 0b, which then may have a sign of its own.
                if (!signed) {
                    sign();
                }
                return digits(2) && atEnd();
            }
            if (take('B')) {
                return digits(2) && atEnd();
            }
            position--;
        }
        boolean whole = digits(10);
        boolean fraction = take('.') && digits(10);
        return (whole || fraction) && endsOrHasExponent();
    }

    /** YAML 1.1 takes underscores for digits here: even {@code ._} is a float to it, and then an error. */
    private boolean hasLeadingPoint() {
        sign();
        return take('.') && digitsOrUnderscores() && endsOrHasExponent();
    }

    private boolean hasLeadingPointInGo() {
        return take('.') && separatedDigits() && (atEnd() || (exponent() && separatedDigits() && atEnd()));
    }

    /** YAML 1.1: {@code 1:30}, {@code 190:20:30}, and with a fraction also {@code 0:30.5}. */
    private boolean isSexagesimal() {
        sign();
        char first = peek();
        if (!isDigit(first, 10)) {
            return false;
        }
        digitsOrUnderscores();
        if (peek() != ':') {
            return false;
        }
        while (take(':')) {
            boolean upToFive = peek() <= '5';
            int start = position;
            if (!digits(10) || position - start > 2 || (position - start == 2 && !upToFive)) {
                return false;
            }
        }
        if (take('.')) {
            digitsOrUnderscores();
            return atEnd();
        }
        return atEnd() && first != '0';
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private char peek() {
        return atEnd() ? END : text.charAt(position);
    }

    private boolean take(char c) {
        if (peek() != c) {
            return false;
        }
        position++;
        return true;
    }

    private boolean sign() {
        return take('-') || take('+');
    }

    private boolean exponent() {
        if (!take('e') && !take('E')) {
            return false;
        }
        sign();
        return true;
    }

    private boolean endsOrHasExponent() {
        return atEnd() || (exponent() && digits(10) && atEnd());
    }

    private boolean digits(int base) {
        int start = position;
        while (isDigit(peek(), base)) {
            position++;
        }
        return position > start;
    }

    private boolean digitsOrUnderscores() {
        int start = position;
        while (peek() == '_' || isDigit(peek(), 10)) {
            position++;
        }
        return position > start;
    }

    /** Digits with single underscores between them. */
    private boolean separatedDigits() {
        if (!digits(10)) {
            return false;
        }
        while (take('_')) {
            if (!digits(10)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c, int base) {
        int lower = c | 0x20;
        if (c >= '0' && c <= '9') {
            return c - '0' < base;
        }
        return base == 16 && lower >= 'a' && lower <= 'f';
    }
}
