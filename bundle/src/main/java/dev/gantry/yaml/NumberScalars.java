package dev.gantry.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers as every YAML reader reads them back. */
final class NumberScalars {

    private NumberScalars() {}

    static String text(JsonNode number) {
        return switch (number.numberType()) {
            case INT -> Integer.toString(number.intValue());
            case LONG -> Long.toString(number.longValue());
            case BIG_INTEGER -> number.bigIntegerValue().toString();
            case FLOAT, DOUBLE -> floatingPoint(number);
            case BIG_DECIMAL -> decimal(number.decimalValue().toString());
        };
    }

    private static String floatingPoint(JsonNode number) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        return decimal(number.numberValue().toString());
    }

    /** A YAML 1.1 reader takes a number with an exponent for one only with a point before it and a sign in it. */
    private static String decimal(String number) {
        int exponent = number.indexOf('E');
        if (exponent < 0) {
            return number;
        }
        String point = number.lastIndexOf('.', exponent) < 0 ? ".0" : "";
        char sign = number.charAt(exponent + 1);
        String plus = sign != '-' && sign != '+' ? "+" : "";
        return number.substring(0, exponent) + point + 'e' + plus + number.substring(exponent + 1);
    }
}
