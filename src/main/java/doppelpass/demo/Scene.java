package doppelpass.demo;

/** What every part of the story needs: chance, words, time, people, and the log. */
record Scene(Dice dice, Words words, Story story, Pace pace, Troupe troupe, Log log) {}
