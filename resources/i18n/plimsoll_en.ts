<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n position(s)</source>
        <translation>
            <numerusform>%n position</numerusform>
            <numerusform>%n positions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open loan(s)</source>
        <translation>
            <numerusform>%n open loan</numerusform>
            <numerusform>%n open loans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n liquidation(s)</source>
        <translation>
            <numerusform>%n liquidation</numerusform>
            <numerusform>%n liquidations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n margin call(s)</source>
        <translation>
            <numerusform>%n margin call</numerusform>
            <numerusform>%n margin calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} And %n more in the alert list.</source>
        <translation>
            <numerusform>{words} And %n more in the alert list.</numerusform>
            <numerusform>{words} And %n more in the alert list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts at once</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found in price history that nobody was told of.</source>
        <translation>
            <numerusform>%n crossing found in price history that nobody was told of.</numerusform>
            <numerusform>%n crossings found in price history that nobody was told of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) agree</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the watched folder wait for you</source>
        <translation>
            <numerusform>%n file in the watched folder waits for you</numerusform>
            <numerusform>%n files in the watched folder wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected: mend the file, or import the good rows.</source>
        <translation>
            <numerusform>%n row would be rejected: mend the file, or import the good rows.</numerusform>
            <numerusform>%n rows would be rejected: mend the file, or import the good rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were rejected.</source>
        <translation>
            <numerusform>%n row was rejected.</numerusform>
            <numerusform>%n rows were rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found that nobody was told of.</source>
        <translation>
            <numerusform>%n crossing found that nobody was told of.</numerusform>
            <numerusform>%n crossings found that nobody was told of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), first: {words}</source>
        <translation>
            <numerusform>%n row, first: {words}</numerusform>
            <numerusform>%n rows, first: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say the same twice and count once.</source>
        <translation>
            <numerusform>%n row says the same twice and counts once.</numerusform>
            <numerusform>%n rows say the same twice and count once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local time(s) fall into a clock change; the offset before it counts.</source>
        <translation>
            <numerusform>%n local time falls into a clock change; the offset before it counts.</numerusform>
            <numerusform>%n local times fall into a clock change; the offset before it counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more loan(s)</source>
        <translation>
            <numerusform>and %n more loan</numerusform>
            <numerusform>and %n more loans</numerusform>
        </translation>
    </message>
</context>
</TS>
