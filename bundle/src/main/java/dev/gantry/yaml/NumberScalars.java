package dev.gantry.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers as every YAML reader reads them back. */
final class NumberScalars {

    private NumberScalars() {}

    static void append(JsonNode number, StringBuilder out) {
        switch (number.numberType()) {
            case INT -> out.append(number.intValue());
            case LONG -> out.append(number.longValue());
            case BIG_INTEGER -> out.append(number.bigIntegerValue());
            case FLOAT, DOUBLE -> floatingPoint(number, out);
            case BIG_DECIMAL -> decimal(number.decimalValue().toString(), out);
        }
    }

    private static void floatingPoint(JsonNode number, StringBuilder out) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            out.append(".nan");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? ".inf" : "-.inf");
        } else {
            decimal(number.numberValue().toString(), out);
        }
    }

    /** A YAML 1.1 reader takes a number with an exponent for one only with a point before it and a sign in it. */
    private static void decimal(String number, StringBuilder out) {
        int exponent = number.indexOf('E');
        if (exponent < 0) {
            out.append(number);
            return;
        }
        out.append(number, 0, exponent);
        if (number.lastIndexOf('.', exponent) < 0) {
            out.append(".0");
        }
        out.append('e');
        char sign = number.charAt(exponent + 1);
        if (sign != '-' && sign != '+') {
            out.append('+');
        }
        out.append(number, exponent + 1, number.length());
    }
}
