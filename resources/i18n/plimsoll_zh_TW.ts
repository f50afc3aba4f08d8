<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>LTV over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no collateral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}   LTV {ltv}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event: {loan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate a year, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as OKX or own wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrives within, hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside as reserve for top-ups and repayments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is pledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another collateral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lender and its rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as BTC credit line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collateral {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of collateral {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of debt {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 30000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate a year of debt {n}, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 10.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest is posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest bears interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LTV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, found late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert has rung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every level of every loan is watched by itself. When one is crossed upward, it is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show loans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each crossing rings once, and again only after LTV came back under its level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the mark of {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your loans cost by each lender&apos;s own interest rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing costs or earns yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a loan is entered, its interest is told here by day and by year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest, net per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At today&apos;s rates, per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest owed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest on debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open loan(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an estimate: rates may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted and not yet repaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to cure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules: {source} ({day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} · unverified, check your contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known while a price is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LTV is at or under the target of {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {units} {asset} for {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repay {units} {asset} for {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve: {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest: {money} a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event in the table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loans yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loan needs three things: what is pledged, what is owed, and the lender&apos;s rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close {loan} now? What is still owed is booked as repaid, and the collateral as returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {loan} with all its events? To keep its history, close it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your first loan, or import a portfolio file, and Plimsoll shows how deep it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest margin call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve covers a fall of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest platform share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loans, most exposed first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If everything falls…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{assets} − debt {debt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} · without what has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owed on all open loans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices are stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no open loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asset} at {price} · {platform}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform} · your limit is {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {need} · reserve leaves {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {need} · short by {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loan is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n liquidation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n margin call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {loan}, {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add prices of {assets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh prices of {assets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pledged collateral counts in full with the platform that holds it: that is what its failure freezes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No platform yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A platform appears here with the first loan or holding on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over your limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n over your limit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>assets less debt on all platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not greater than zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dated in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older than the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a jump of over 10 %, not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outvoted by the other sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is what several words add up to; a stale or missing one is told as such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a price file, or add a loan: the prices of its assets are then asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for prices now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source was asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every quote was believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is set aside for top-ups and repayments, and the fall of the market that it can cure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reserve yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter what you could use in a fall: stablecoins, coins in a wallet, savings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers a fall of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other holdings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrives within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a common fall, every loan kept under its margin call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change holds at once and is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices come from CoinGecko; only the names of your assets are sent, never amounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level rings again after LTV fell under it by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest share of one platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere: the demonstration stores nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One SQLite file, no account, no telemetry. Backups lie in the folder beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every coin falls together; stablecoins and cash stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to test yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a loan is entered and priced, its levels are tested against falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First margin call at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cures need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a common fall of all collateral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything {fall}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken as 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collateral added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collateral withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loan}: LTV {ltv}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past your {level} of {threshold}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asset} at {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amounts} brings it back to {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reserve has {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {added} new, {changed} changed, {unchanged} as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {added} new prices, {unchanged} known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number; write it like 1234.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be greater than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is out of range; an LTV of 71.4 % is 0.714 in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A yearly rate lies between 0 and 1,000 %; {value} does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not an asset code; write it like BTC or USDT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a date; write it like 2021-11-10 or 2021-11-10T14:30:00+08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a time zone; write it like UTC+8 or Europe/Zurich.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} lies in the future; enter what has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the loan a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at least one collateral with its amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at least one debt with its amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The levels must rise from early warning over margin call to liquidation, and the target lie below them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at least one level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies before {when}; enter a later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loan was closed on {when}; nothing can happen to it after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {have} {asset} is pledged at that time, so {wanted} cannot leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {have} {asset} is owed at that time, so {wanted} is too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} {asset} is still owed; repay it before closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loan is not open yet at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loan is opened twice; leave one opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no loan {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no known platform; list it under platforms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no known preset; leave it out and give the terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} stands there twice; keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such field; check its spelling or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field is missing; add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not fit; expected: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {value}; check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} cannot be read ({why}); choose a file that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is larger than {most}; split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid JSON ({why}, column {column}); check commas and quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no UTF-8 text; save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no Plimsoll portfolio; see docs/file-formats.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format version {value} is newer than this program; install the newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header ({value}) has no time and price columns; name them like date, open, high, low, close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not tell the asset; name the file like BTCUSDT.csv or say --asset BTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} columns stand where the header has {wanted}; fill or remove cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High {high} and low {low} do not enclose open and close; check the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no rows; choose one with prices in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Plimsoll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze all for 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plimsoll keeps watching here. Quit it from this icon&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{words} And %n more in the alert list.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LTV over time — {loan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price history for this loan yet: import prices, or let polling collect them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {ltv}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loan}: LTV {ltv}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price yet: import prices or switch polling on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every level is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level}: no price of one asset alone reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} if {asset} &lt; {price} ({change})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} if {asset} &gt; {price} ({change})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-up to {target}: {units} {asset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration: invented figures, nothing is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alerts for 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alerts for 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a portfolio or prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio or prices (*.json *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found in price history that nobody was told of.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: {title} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price for {assets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices taken as 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices stale: {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) agree</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Prices {age} · {agree}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
