package dev.gantry.engine.problem;

/** Words as a sentence. */
final class Sentence {

    private Sentence() {}

    /** With a capital letter, and a full stop unless somebody might copy it with a property in front. */
    static String of(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        boolean ended = ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        String last = sentence.substring(sentence.lastIndexOf(' ') + 1);
        return ended || last.contains("=") ? sentence : sentence + ".";
    }
}
