<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>LTV over time</source>
        <translation>貸款價值比（LTV）走勢</translation>
    </message>
    <message>
        <source>early warning</source>
        <translation>預警</translation>
    </message>
    <message>
        <source>margin call</source>
        <translation>追繳</translation>
    </message>
    <message>
        <source>liquidation</source>
        <translation>清算</translation>
    </message>
    <message>
        <source>no collateral</source>
        <translation>無抵押品</translation>
    </message>
    <message>
        <source>{when}   LTV {ltv}</source>
        <translation>{when}   貸款價值比 {ltv}</translation>
    </message>
    <message>
        <source>{path} cannot be written</source>
        <translation>無法寫入 {path}</translation>
    </message>
    <message>
        <source>Add event: {loan}</source>
        <translation>新增事件：{loan}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件類型</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>on the clock of</source>
        <translation>所用時區</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Rate a year, %</source>
        <translation>年利率（%）</translation>
    </message>
    <message>
        <source>Debt that it repaid</source>
        <translation>償還的債務</translation>
    </message>
    <message>
        <source>Amount repaid</source>
        <translation>償還數量</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>What you typed before is back. Start afresh</source>
        <translation>先前輸入的內容已恢復。重新開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Edit holding</source>
        <translation>編輯資產</translation>
    </message>
    <message>
        <source>Add a holding</source>
        <translation>新增資產</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>such as OKX or own wallet</source>
        <translation>例如 OKX 或自有錢包</translation>
    </message>
    <message>
        <source>Arrives within, hours</source>
        <translation>入帳時間（小時）</translation>
    </message>
    <message>
        <source>Set aside as reserve for top-ups and repayments</source>
        <translation>列入備用金，供補倉與還款使用</translation>
    </message>
    <message>
        <source>Edit loan</source>
        <translation>編輯貸款</translation>
    </message>
    <message>
        <source>Add loan</source>
        <translation>新增貸款</translation>
    </message>
    <message>
        <source>What is pledged</source>
        <translation>抵押品</translation>
    </message>
    <message>
        <source>Another collateral</source>
        <translation>再加一項抵押品</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>Another debt</source>
        <translation>再加一筆借款</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>風險線</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>放款方</translation>
    </message>
    <message>
        <source>Lender and its rules</source>
        <translation>放款方與規則</translation>
    </message>
    <message>
        <source>Change a channel</source>
        <translation>修改管道</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>新增管道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>such as my phone</source>
        <translation>例如我的手機</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服務</translation>
    </message>
    <message>
        <source>leave empty to keep the one that is known</source>
        <translation>留空則保留原有位址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用時機</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始程度</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>The address is kept in your system&apos;s keyring, never in the profile. It is sent to nobody else.</source>
        <translation>位址存放在系統的金鑰圈中，不會寫入設定檔，也不會傳給任何人。</translation>
    </message>
    <message>
        <source>after {time} without an answer</source>
        <translation>{time} 沒有回應後</translation>
    </message>
    <message>
        <source>such as BTC credit line</source>
        <translation>例如 BTC 信用額度</translation>
    </message>
    <message>
        <source>Opened (UTC)</source>
        <translation>開立時間（UTC）</translation>
    </message>
    <message>
        <source>Collateral {n}</source>
        <translation>抵押品 {n}</translation>
    </message>
    <message>
        <source>Amount of collateral {n}</source>
        <translation>抵押品 {n} 數量</translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation>例如 1.5</translation>
    </message>
    <message>
        <source>Debt {n}</source>
        <translation>借款 {n}</translation>
    </message>
    <message>
        <source>Amount of debt {n}</source>
        <translation>借款 {n} 數量</translation>
    </message>
    <message>
        <source>such as 30000</source>
        <translation>例如 30000</translation>
    </message>
    <message>
        <source>Rate a year of debt {n}, %</source>
        <translation>借款 {n} 年利率（%）</translation>
    </message>
    <message>
        <source>such as 10.9</source>
        <translation>例如 10.9</translation>
    </message>
    <message>
        <source>{asset} loan, {platform}</source>
        <translation>{platform} {asset} 貸款</translation>
    </message>
    <message>
        <source>debt / collateral</source>
        <translation>債務 / 抵押品</translation>
    </message>
    <message>
        <source>debt / weighted collateral</source>
        <translation>債務 / 加權抵押品</translation>
    </message>
    <message>
        <source>collateral / debt, shown as LTV</source>
        <translation>抵押品 / 債務，以 LTV 顯示</translation>
    </message>
    <message>
        <source>1 / health factor</source>
        <translation>1 / 健康係數</translation>
    </message>
    <message>
        <source>How LTV is measured</source>
        <translation>LTV 算法</translation>
    </message>
    <message>
        <source>Share of the value that counts, %</source>
        <translation>計入價值的比例（%）</translation>
    </message>
    <message>
        <source>such as BTC 95, ETH 90</source>
        <translation>例如 BTC 95, ETH 90</translation>
    </message>
    <message>
        <source>Ends on a date: then the lender keeps the collateral, whatever its price</source>
        <translation>到期即止：屆時不論價格，抵押品歸放款方</translation>
    </message>
    <message>
        <source>Repay by</source>
        <translation>還款期限</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Interest is posted</source>
        <translation>計息週期</translation>
    </message>
    <message>
        <source>each minute</source>
        <translation>每分鐘</translation>
    </message>
    <message>
        <source>Leaving early</source>
        <translation>提前贖回</translation>
    </message>
    <message>
        <source>Interest that is lost, %</source>
        <translation>損失的利息（%）</translation>
    </message>
    <message>
        <source>Flexible rate, %</source>
        <translation>活期利率（%）</translation>
    </message>
    <message>
        <source>Fee on the principal, %</source>
        <translation>本金手續費（%）</translation>
    </message>
    <message>
        <source>Validator&apos;s commission, %</source>
        <translation>驗證者佣金（%）</translation>
    </message>
    <message>
        <source>Unbonding, days</source>
        <translation>解除質押天數</translation>
    </message>
    <message>
        <source>Supply grows a year, %</source>
        <translation>供應量年增率（%）</translation>
    </message>
    <message>
        <source>Asked back on</source>
        <translation>申請贖回日</translation>
    </message>
    <message>
        <source>empty while it is staked</source>
        <translation>質押中請留空</translation>
    </message>
    <message>
        <source>Sell high: begin with the coin</source>
        <translation>高賣：投入幣種</translation>
    </message>
    <message>
        <source>Buy low: begin with the currency</source>
        <translation>低買：投入計價幣</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>The other coin</source>
        <translation>另一幣種</translation>
    </message>
    <message>
        <source>Strike price</source>
        <translation>履約價</translation>
    </message>
    <message>
        <source>such as 58000</source>
        <translation>例如 58000</translation>
    </message>
    <message>
        <source>Yield of the whole term, %</source>
        <translation>整期收益率（%）</translation>
    </message>
    <message>
        <source>Settles on</source>
        <translation>結算日</translation>
    </message>
    <message>
        <source>by the price at the end</source>
        <translation>依到期價格</translation>
    </message>
    <message>
        <source>by any touch on the way</source>
        <translation>期間觸及即算</translation>
    </message>
    <message>
        <source>Follows the price of</source>
        <translation>掛鉤資產</translation>
    </message>
    <message>
        <source>Range from</source>
        <translation>區間下限</translation>
    </message>
    <message>
        <source>Range to</source>
        <translation>區間上限</translation>
    </message>
    <message>
        <source>Base rate a year, %</source>
        <translation>保底年利率（%）</translation>
    </message>
    <message>
        <source>Rate at the near edge, %</source>
        <translation>近端利率（%）</translation>
    </message>
    <message>
        <source>Rate at the far edge, %</source>
        <translation>遠端利率（%）</translation>
    </message>
    <message>
        <source>Rate when knocked out, %</source>
        <translation>敲出後利率（%）</translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation>敲出</translation>
    </message>
    <message>
        <source>Gains when the price rises</source>
        <translation>看漲型</translation>
    </message>
    <message>
        <source>Price at entry</source>
        <translation>進場價格</translation>
    </message>
    <message>
        <source>in the other coin</source>
        <translation>以另一幣種計</translation>
    </message>
    <message>
        <source>Fees so far</source>
        <translation>累計手續費收入</translation>
    </message>
    <message>
        <source>Rewards so far</source>
        <translation>累計獎勵</translation>
    </message>
    <message>
        <source>Costs so far</source>
        <translation>累計成本</translation>
    </message>
    <message>
        <source>Who owes it</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>Platform&apos;s fee on the interest, %</source>
        <translation>平台抽成（占利息 %）</translation>
    </message>
    <message>
        <source>Repaid on</source>
        <translation>還款日</translation>
    </message>
    <message>
        <source>such as 2027-06-30</source>
        <translation>例如 2027-06-30</translation>
    </message>
    <message>
        <source>Long: gains when it rises</source>
        <translation>做多：上漲獲利</translation>
    </message>
    <message>
        <source>Short: gains when it falls</source>
        <translation>做空：下跌獲利</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Entry price</source>
        <translation>開倉價</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>保證金</translation>
    </message>
    <message>
        <source>Margin is held in</source>
        <translation>保證金幣種</translation>
    </message>
    <message>
        <source>Maintenance margin, %</source>
        <translation>維持保證金率（%）</translation>
    </message>
    <message>
        <source>Royalty, %</source>
        <translation>版稅（%）</translation>
    </message>
    <message>
        <source>Market&apos;s fee, %</source>
        <translation>市場手續費（%）</translation>
    </message>
    <message>
        <source>Best bid under the floor by, %</source>
        <translation>最高出價低於地板價（%）</translation>
    </message>
    <message>
        <source>each hour</source>
        <translation>每小時</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>each 30 days</source>
        <translation>每 30 日</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>marks of the venue&apos;s clock</source>
        <translation>平台時鐘的整點</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>計息方式</translation>
    </message>
    <message>
        <source>Paid out at</source>
        <translation>發放時刻</translation>
    </message>
    <message>
        <source>On the clock of</source>
        <translation>所用時區</translation>
    </message>
    <message>
        <source>First payout after, hours</source>
        <translation>首次發放（小時後）</translation>
    </message>
    <message>
        <source>Terms are from</source>
        <translation>條款來源</translation>
    </message>
    <message>
        <source>address or page</source>
        <translation>網址或頁面</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>查閱日期</translation>
    </message>
    <message>
        <source>such as 2026-11-21</source>
        <translation>例如 2026-11-21</translation>
    </message>
    <message>
        <source>{clock} {zone} is {utc} UTC; next on {moment} here. 00:00 at UTC+8 is 16:00 UTC of the day before, not 08:00 in Beijing.</source>
        <translation>{zone} 的 {clock} 是 UTC {utc}；下次為本機時間 {moment}。UTC+8 的 00:00 是前一日 UTC 16:00，不是北京 08:00。</translation>
    </message>
    <message>
        <source>marks of the lender&apos;s clock</source>
        <translation>依放款方時鐘的整點</translation>
    </message>
    <message>
        <source>started periods, at least one</source>
        <translation>依開始的期數，至少一期</translation>
    </message>
    <message>
        <source>Days in a year</source>
        <translation>一年天數</translation>
    </message>
    <message>
        <source>Lender&apos;s clock</source>
        <translation>放款方時區</translation>
    </message>
    <message>
        <source>such as UTC+8</source>
        <translation>例如 UTC+8</translation>
    </message>
    <message>
        <source>Venue&apos;s clock</source>
        <translation>平台時區</translation>
    </message>
    <message>
        <source>Platform keeps of the interest, %</source>
        <translation>平台保留利息（%）</translation>
    </message>
    <message>
        <source>Interest bears interest</source>
        <translation>利息滾入本金（複利）</translation>
    </message>
    <message>
        <source>{level} {n}, %</source>
        <translation>{level} {n}（%）</translation>
    </message>
    <message>
        <source>{level}, %</source>
        <translation>{level}（%）</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>%n 秒後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分鐘後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>%n 小時後</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>貸款</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>風險線</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>門檻</translation>
    </message>
    <message>
        <source>LTV</source>
        <translation>LTV</translation>
    </message>
    <message>
        <source>no price was told</source>
        <translation>沒有價格</translation>
    </message>
    <message>
        <source>too far from the median of the others</source>
        <translation>與其他樣本的中位數相差過大</translation>
    </message>
    <message>
        <source>NFT collection: {name}</source>
        <translation>NFT 系列：{name}</translation>
    </message>
    <message>
        <source>Counted is the lowest of median, average over time, lowest ask and best bid of the last 7 days.</source>
        <translation>採計最近 7 天的中位數、時間加權均價、最低掛單與最高出價中最低的一個。</translation>
    </message>
    <message>
        <source>Lowest ask, {currency}</source>
        <translation>最低掛單（{currency}）</translation>
    </message>
    <message>
        <source>Best bid, {currency}</source>
        <translation>最高出價（{currency}）</translation>
    </message>
    <message>
        <source>Rejected samples</source>
        <translation>剔除的樣本</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>通知時間</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未通知</translation>
    </message>
    <message>
        <source>{when}, found late</source>
        <translation>{when}（事後發現）</translation>
    </message>
    <message>
        <source>within {time}</source>
        <translation>{time} 內</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>持續</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>再次通知</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>安靜時段</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>本視窗</translation>
    </message>
    <message>
        <source>the tray</source>
        <translation>系統匣</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>傳送中</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>a graver one was told instead</source>
        <translation>已改為通知更嚴重的一則</translation>
    </message>
    <message>
        <source>answered before</source>
        <translation>先前已回應</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>第幾次</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>嘗試次數</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>Every level of every loan rings by itself, once, and again only after it was left.</source>
        <translation>每筆貸款的每條風險線都會自動通知一次，離開後再次觸及才會再通知。</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>靜音</translation>
    </message>
    <message>
        <source>End the mute</source>
        <translation>結束靜音</translation>
    </message>
    <message>
        <source>Parts of the alerts</source>
        <translation>警示的各部分</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>Nothing stands to be dealt with. Every level of every loan is watched by itself.</source>
        <translation>沒有待處理的警示。每筆貸款的每條風險線都會自動監看。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>入帳</translation>
    </message>
    <message>
        <source>History of {name}</source>
        <translation>{name} 的紀錄</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史紀錄</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Nothing happened yet: payouts, transfers and changes of its rate appear here.</source>
        <translation>尚無紀錄：入帳、存取與利率變更會列在這裡。</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>移除這筆</translation>
    </message>
    <message>
        <source>No alert has rung yet.</source>
        <translation>尚未有任何警示。</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>傳送紀錄</translation>
    </message>
    <message>
        <source>Nothing was told yet.</source>
        <translation>尚未傳送任何警示。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>On / off</source>
        <translation>開啟／關閉</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>傳送測試</translation>
    </message>
    <message>
        <source>Active ({count})</source>
        <translation>待處理（{count}）</translation>
    </message>
    <message>
        <source>Muted until {when}: only what is critical is told.</source>
        <translation>靜音到 {when}：只通知嚴重的警示。</translation>
    </message>
    <message>
        <source>It was switched off; it comes with the program.</source>
        <translation>已關閉；這是程式內建的規則。</translation>
    </message>
    <message>
        <source>The rule is gone.</source>
        <translation>規則已移除。</translation>
    </message>
    <message>
        <source>Plimsoll: a test</source>
        <translation>Plimsoll：測試</translation>
    </message>
    <message>
        <source>If you can read this, alerts reach you here.</source>
        <translation>看到這則訊息，表示警示可以送到這裡。</translation>
    </message>
    <message>
        <source>The test went out by {name}.</source>
        <translation>測試已透過 {name} 送出。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小時後提醒</translation>
    </message>
    <message>
        <source>Show loan</source>
        <translation>查看貸款</translation>
    </message>
    <message>
        <source>Flexible savings</source>
        <translation>活期理財</translation>
    </message>
    <message>
        <source>Term deposit</source>
        <translation>定期存款</translation>
    </message>
    <message>
        <source>Stake</source>
        <translation>質押挖礦</translation>
    </message>
    <message>
        <source>Dual investment</source>
        <translation>雙幣投資</translation>
    </message>
    <message>
        <source>Shark fin</source>
        <translation>鯊魚鰭</translation>
    </message>
    <message>
        <source>Pool share</source>
        <translation>流動性池份額</translation>
    </message>
    <message>
        <source>Peer loan</source>
        <translation>點對點借出</translation>
    </message>
    <message>
        <source>Perpetual</source>
        <translation>永續合約</translation>
    </message>
    <message>
        <source>Loan to an NFT owner</source>
        <translation>借給 NFT 持有人</translation>
    </message>
    <message>
        <source>NFT</source>
        <translation>NFT</translation>
    </message>
    <message>
        <source>Earns day by day at a rate that may change; can be taken out at any time.</source>
        <translation>逐日計息，利率可能變動；可隨時贖回。</translation>
    </message>
    <message>
        <source>Locked for a number of days at a fixed rate; leaving early costs by the venue&apos;s rule.</source>
        <translation>以固定利率鎖定若干天；提前贖回依平台規則有代價。</translation>
    </message>
    <message>
        <source>Earns a network&apos;s rewards less the validator&apos;s commission; unbonding takes days.</source>
        <translation>賺取網路獎勵，扣除驗證者佣金；解除質押需數日。</translation>
    </message>
    <message>
        <source>Pays a yield for the term and may come back in the other coin. No floor.</source>
        <translation>支付整期收益，到期可能換成另一幣種。沒有保底。</translation>
    </message>
    <message>
        <source>Keeps the principal; the rate depends on where a price settles in a range.</source>
        <translation>保住本金；利率取決於到期價格落在區間何處。</translation>
    </message>
    <message>
        <source>Two coins in a pool; fees come in, and price moves cost against holding both.</source>
        <translation>兩種幣放入池中；收取手續費，但價格變動時不如單純持有。</translation>
    </message>
    <message>
        <source>Money lent to a person through a platform that takes a share of the interest.</source>
        <translation>透過平台借錢給個人，平台從利息中抽成。</translation>
    </message>
    <message>
        <source>A leveraged bet without end; funding is paid or received at each settlement.</source>
        <translation>無到期日的槓桿部位；每次結算時付出或收取資金費。</translation>
    </message>
    <message>
        <source>Money lent against an NFT; if it is not repaid in time, the NFT is yours.</source>
        <translation>以 NFT 為擔保借出；逾期未還，NFT 歸你。</translation>
    </message>
    <message>
        <source>Earns nothing by itself; counts for what a sale would bring after royalty and fees.</source>
        <translation>本身不生息；以扣除版稅與手續費後的賣出所得計值。</translation>
    </message>
    <message>
        <source>APR</source>
        <translation>APR</translation>
    </message>
    <message>
        <source>APY</source>
        <translation>APY</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>不可提前</translation>
    </message>
    <message>
        <source>all interest is lost</source>
        <translation>損失全部利息</translation>
    </message>
    <message>
        <source>part of the interest is lost</source>
        <translation>損失部分利息</translation>
    </message>
    <message>
        <source>paid at the flexible rate</source>
        <translation>改按活期利率</translation>
    </message>
    <message>
        <source>a fee on the principal</source>
        <translation>收取本金手續費</translation>
    </message>
    <message>
        <source>Deposit ends</source>
        <translation>存款到期</translation>
    </message>
    <message>
        <source>Stake unlocks</source>
        <translation>質押解鎖</translation>
    </message>
    <message>
        <source>Product settles</source>
        <translation>產品結算</translation>
    </message>
    <message>
        <source>Repayment to you</source>
        <translation>對方還款</translation>
    </message>
    <message>
        <source>Interest is paid out</source>
        <translation>發放利息</translation>
    </message>
    <message>
        <source>Loan must be repaid</source>
        <translation>貸款應還</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>按分鐘計息</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>按小時計息</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>按日計息</translation>
    </message>
    <message>
        <source>per 30 days</source>
        <translation>每 30 日計息</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>按月計息</translation>
    </message>
    <message>
        <source>compounding</source>
        <translation>複利</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>單利</translation>
    </message>
    <message>
        <source>on the mark of {zone}</source>
        <translation>以 {zone} 時間為準</translation>
    </message>
    <message>
        <source>{moment} ({clock} {zone})</source>
        <translation>{moment}（{zone} {clock}）</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>completed periods</source>
        <translation>滿一期計一期</translation>
    </message>
    <message>
        <source>started periods</source>
        <translation>不足一期按一期計</translation>
    </message>
    <message>
        <source>{period}, {growth}, {days}, {boundary}</source>
        <translation>{period}，{growth}，{days}，{boundary}</translation>
    </message>
    <message>
        <source>Earn</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Nothing costs or earns yet</source>
        <translation>尚無利息或收益</translation>
    </message>
    <message>
        <source>What your positions earn and your loans cost, each by the venue&apos;s own rule.</source>
        <translation>各部位的收益與各貸款的成本，均依平台自己的規則計算。</translation>
    </message>
    <message>
        <source>Enter savings, deposits, stakes or other products, or a loan: each is told by day and by year.</source>
        <translation>輸入活期、定期、質押或其他產品，或一筆貸款：逐日與逐年列出。</translation>
    </message>
    <message>
        <source>Add a loan</source>
        <translation>新增貸款</translation>
    </message>
    <message>
        <source>Open the calculators</source>
        <translation>開啟計算機</translation>
    </message>
    <message>
        <source>Interest, net per day</source>
        <translation>每日淨利息</translation>
    </message>
    <message>
        <source>At today&apos;s rates, per year</source>
        <translation>全年利息（按目前利率）</translation>
    </message>
    <message>
        <source>Earned so far this month</source>
        <translation>本月至今收益</translation>
    </message>
    <message>
        <source>Interest owed so far</source>
        <translation>累計應付利息</translation>
    </message>
    <message>
        <source>Parts of Earn</source>
        <translation>收益頁的各部分</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>No position yet. Add savings, a deposit, a stake, a structured product or what else earns.</source>
        <translation>尚無部位。請新增活期、定期、質押、結構型產品或其他生息資產。</translation>
    </message>
    <message>
        <source>Interest on debt</source>
        <translation>借款利息</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>沒有未結清的貸款。</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>報酬</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>會員等級</translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation>計算機</translation>
    </message>
    <message>
        <source>Payout…</source>
        <translation>發放…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>紀錄…</translation>
    </message>
    <message>
        <source>Payouts from a statement…</source>
        <translation>從對帳單匯入發放…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>結清…</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>復原移除</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s)</source>
        <translation>
            <numerusform>%n 個部位</numerusform>
        </translation>
    </message>
    <message>
        <source>posted since the 1st (UTC)</source>
        <translation>自 1 日起入帳（UTC）</translation>
    </message>
    <message>
        <source>Choose a position in the table first.</source>
        <translation>請先在表中選取部位。</translation>
    </message>
    <message>
        <source>Payouts from a statement</source>
        <translation>從對帳單匯入發放</translation>
    </message>
    <message>
        <source>Statements (*.csv)</source>
        <translation>對帳單 (*.csv)</translation>
    </message>
    <message>
        <source>Payouts of {name} found: {found}, new: {new}.</source>
        <translation>找到 {name} 的發放紀錄 {found} 筆，其中 {new} 筆是新的。</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>已移除 {name}。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Printed rate</source>
        <translation>標示利率</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>實得年率</translation>
    </message>
    <message>
        <source>Yearly and without compounding, after what the platform or validator keeps.</source>
        <translation>年率，不計複利，已扣除平台或驗證者的抽成。</translation>
    </message>
    <message>
        <source>Earns a day</source>
        <translation>每日收益</translation>
    </message>
    <message>
        <source>Earned so far</source>
        <translation>累計收益</translation>
    </message>
    <message>
        <source>Leaving now costs</source>
        <translation>現在退出的代價</translation>
    </message>
    <message>
        <source>Next payout</source>
        <translation>下次發放</translation>
    </message>
    <message>
        <source>Ends or unlocks</source>
        <translation>到期或解鎖</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 結清</translation>
    </message>
    <message>
        <source>Rate a year</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每日利息</translation>
    </message>
    <message>
        <source>Interest so far</source>
        <translation>累計利息</translation>
    </message>
    <message>
        <source>Convention</source>
        <translation>計息方式</translation>
    </message>
    <message>
        <source>no payout entered</source>
        <translation>未輸入發放</translation>
    </message>
    <message>
        <source>{amount}, look into it</source>
        <translation>{amount}，請查核</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>應得</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>應付利息</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已發放</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In</source>
        <translation>剩餘</translation>
    </message>
    <message numerus="yes">
        <source>%n open loan(s)</source>
        <translation>
            <numerusform>%n 筆未結清貸款</numerusform>
        </translation>
    </message>
    <message>
        <source>{positions}, {loans}</source>
        <translation>{positions}、{loans}</translation>
    </message>
    <message>
        <source>an estimate: rates may change</source>
        <translation>估算值，利率可能變動</translation>
    </message>
    <message>
        <source>posted and not yet repaid</source>
        <translation>已計入、尚未償還</translation>
    </message>
    <message>
        <source>What</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>新增事件</translation>
    </message>
    <message>
        <source>Close loan</source>
        <translation>結清貸款</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>風險階梯</translation>
    </message>
    <message>
        <source>What brings it back</source>
        <translation>補倉與還款</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Parts of the loan</source>
        <translation>貸款的各部分</translation>
    </message>
    <message>
        <source>Ladder and chart</source>
        <translation>階梯與走勢</translation>
    </message>
    <message>
        <source>Rescue plan</source>
        <translation>補救方案</translation>
    </message>
    <message>
        <source>Why it moved</source>
        <translation>變動原因</translation>
    </message>
    <message>
        <source>If liquidated</source>
        <translation>若被清算</translation>
    </message>
    <message>
        <source>You are told once {asset} is at {price} or under it; the rule stands on the Alerts page.</source>
        <translation>{asset} 跌到 {price} 或更低時會通知你；這條規則在「警示」頁。</translation>
    </message>
    <message>
        <source>Remove event</source>
        <translation>移除事件</translation>
    </message>
    <message>
        <source>Leverage {times}</source>
        <translation>槓桿 {times}</translation>
    </message>
    <message>
        <source>{words} · over your limit of {limit}</source>
        <translation>{words} · 超過你的上限 {limit}</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>觸及價格</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>緩衝空間</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>會發生什麼</translation>
    </message>
    <message>
        <source>{action}, {hours} h</source>
        <translation>{action}，{hours} 小時</translation>
    </message>
    <message>
        <source>Rules: {source} ({day})</source>
        <translation>規則來源：{source}（{day}）</translation>
    </message>
    <message>
        <source>Repay by {day}, or the lender keeps the collateral.</source>
        <translation>請於 {day} 前還款，否則抵押品歸放款方。</translation>
    </message>
    <message>
        <source>Rules: {lender}</source>
        <translation>規則：{lender}</translation>
    </message>
    <message>
        <source>From {day}: {source} ({as_of})</source>
        <translation>自 {day} 起：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>{source} · unverified, check your contract</source>
        <translation>{source} · 未經核實，請對照你的合約</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Apply to my open loans with this lender</source>
        <translation>套用到我在此放款方的未結清貸款</translation>
    </message>
    <message>
        <source>Not known while a price is missing.</source>
        <translation>缺價期間無法計算。</translation>
    </message>
    <message>
        <source>LTV is at or under the target of {target}.</source>
        <translation>貸款價值比未超過目標 {target}。</translation>
    </message>
    <message>
        <source>Add {units} {asset} for {target}</source>
        <translation>補入 {units} {asset}，降至 {target}</translation>
    </message>
    <message>
        <source>Repay {units} {asset} for {target}</source>
        <translation>償還 {units} {asset}，降至 {target}</translation>
    </message>
    <message>
        <source>Reserve: {money}</source>
        <translation>備用金：{money}</translation>
    </message>
    <message>
        <source>Interest: {money} a day</source>
        <translation>利息：每日 {money}</translation>
    </message>
    <message>
        <source>Choose an event in the table first.</source>
        <translation>請先在表格中選取事件。</translation>
    </message>
    <message>
        <source>{asset} alone cannot reach it</source>
        <translation>單靠 {asset} 無法觸及</translation>
    </message>
    <message>
        <source>{asset} alone: {price} ({change})</source>
        <translation>僅 {asset}：{price}（{change}）</translation>
    </message>
    <message>
        <source>all together: {change}</source>
        <translation>同步變動：{change}</translation>
    </message>
    <message>
        <source>by beta, when Bitcoin moves: {change}</source>
        <translation>依 beta，比特幣變動：{change}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已觸及</translation>
    </message>
    <message>
        <source>No loans yet</source>
        <translation>尚無抵押貸款</translation>
    </message>
    <message>
        <source>A loan needs three things: what is pledged, what is owed, and the lender&apos;s rules.</source>
        <translation>新增貸款需要三項資料：抵押品、借款與放款方的規則。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>抵押貸款</translation>
    </message>
    <message>
        <source>Close the loan</source>
        <translation>結清貸款</translation>
    </message>
    <message>
        <source>Close {loan} now? What is still owed is booked as repaid, and the collateral as returned.</source>
        <translation>現在結清「{loan}」？未還的欠款會記為已還款，抵押品會記為已取回。</translation>
    </message>
    <message>
        <source>Delete the loan</source>
        <translation>刪除貸款</translation>
    </message>
    <message>
        <source>Delete {loan} with all its events? To keep its history, close it instead.</source>
        <translation>刪除「{loan}」及其所有事件？若要保留紀錄，請改用結清。</translation>
    </message>
    <message>
        <source>Net worth</source>
        <translation>淨值</translation>
    </message>
    <message>
        <source>Closest margin call</source>
        <translation>距離最近追繳</translation>
    </message>
    <message>
        <source>Reserve covers a fall of</source>
        <translation>備用金可承受跌幅</translation>
    </message>
    <message>
        <source>Largest platform share</source>
        <translation>最大平台占比</translation>
    </message>
    <message>
        <source>Loans, most exposed first</source>
        <translation>抵押貸款（風險由高至低）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下來</translation>
    </message>
    <message>
        <source>If everything falls…</source>
        <translation>若全面下跌…</translation>
    </message>
    <message>
        <source>Where it is held</source>
        <translation>資產分布</translation>
    </message>
    <message>
        <source>{assets} − debt {debt}</source>
        <translation>資產 {assets} − 負債 {debt}</translation>
    </message>
    <message>
        <source>{line} · without what has no price</source>
        <translation>{line} · 不含缺價部分</translation>
    </message>
    <message>
        <source>prices are stale</source>
        <translation>價格已過期</translation>
    </message>
    <message>
        <source>no open loan</source>
        <translation>沒有未結清的貸款</translation>
    </message>
    <message>
        <source>{asset} at {price} · {platform}</source>
        <translation>{asset} 到 {price} · {platform}</translation>
    </message>
    <message>
        <source>{platform} · your limit is {limit}</source>
        <translation>{platform} · 上限 {limit}</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>目前沒有待辦事項。</translation>
    </message>
    <message>
        <source>{day} again</source>
        <translation>重演 {day}</translation>
    </message>
    <message>
        <source>needs {need} · reserve leaves {left}</source>
        <translation>需 {need} · 備用金剩餘 {left}</translation>
    </message>
    <message>
        <source>needs {need} · short by {left}</source>
        <translation>需 {need} · 尚缺 {left}</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No loan is open.</source>
        <translation>目前沒有未結清的貸款。</translation>
    </message>
    <message numerus="yes">
        <source>%n liquidation(s)</source>
        <translation>
            <numerusform>%n 筆清算</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n margin call(s)</source>
        <translation>
            <numerusform>%n 筆追繳</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is called</source>
        <translation>不觸發追繳</translation>
    </message>
    <message>
        <source>Answer: {loan}, {level}</source>
        <translation>待處理：{loan}，{level}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天後</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Add prices of {assets}</source>
        <translation>補上 {assets} 的價格</translation>
    </message>
    <message>
        <source>earned {earned} · owed {owed}</source>
        <translation>收 {earned} · 付 {owed}</translation>
    </message>
    <message>
        <source>Refresh prices of {assets}</source>
        <translation>更新 {assets} 的價格</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>過期</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Pledged collateral counts in full with the platform that holds it: that is what its failure freezes.</source>
        <translation>抵押品全額計入保管它的平台：平台一旦出事，凍結的就是這些資產。</translation>
    </message>
    <message>
        <source>No platform yet</source>
        <translation>尚無平台</translation>
    </message>
    <message>
        <source>A platform appears here with the first loan or holding on it.</source>
        <translation>新增第一筆貸款或資產後，所在平台會列在這裡。</translation>
    </message>
    <message>
        <source>Net claim</source>
        <translation>淨債權</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝險</translation>
    </message>
    <message>
        <source>Rules of lenders</source>
        <translation>放款方規則</translation>
    </message>
    <message>
        <source>Assets there</source>
        <translation>存放資產</translation>
    </message>
    <message>
        <source>Owed to it</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>自訂上限</translation>
    </message>
    <message>
        <source>over your limit</source>
        <translation>超過上限</translation>
    </message>
    <message>
        <source>Levels, %</source>
        <translation>風險線（%）</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>資料日期</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已查證</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未查證</translation>
    </message>
    <message>
        <source>no platform yet</source>
        <translation>尚無平台</translation>
    </message>
    <message>
        <source>assets less debt on all platforms</source>
        <translation>所有平台的資產減去負債</translation>
    </message>
    <message>
        <source>European Central Bank</source>
        <translation>歐洲中央銀行</translation>
    </message>
    <message>
        <source>Yourself</source>
        <translation>你本人</translation>
    </message>
    <message>
        <source>Sales of the collection</source>
        <translation>系列成交紀錄</translation>
    </message>
    <message>
        <source>Believed, live</source>
        <translation>即時採信價格</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>Imported file</source>
        <translation>匯入的檔案</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>history</source>
        <translation>歷史價格</translation>
    </message>
    <message>
        <source>funding rates</source>
        <translation>資金費率</translation>
    </message>
    <message>
        <source>rates of state currencies, once a working day</source>
        <translation>法定貨幣匯率，每個工作日一次</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Three sources or more agree.</source>
        <translation>三個以上的來源相符。</translation>
    </message>
    <message>
        <source>Two sources agree.</source>
        <translation>兩個來源相符。</translation>
    </message>
    <message>
        <source>The sources lie apart by {spread}.</source>
        <translation>各來源相差 {spread}。</translation>
    </message>
    <message>
        <source>One source alone says so.</source>
        <translation>只有一個來源報價。</translation>
    </message>
    <message>
        <source>not greater than zero</source>
        <translation>價格未大於零</translation>
    </message>
    <message>
        <source>dated in the future</source>
        <translation>時間晚於現在</translation>
    </message>
    <message>
        <source>older than the one before</source>
        <translation>早於前一筆報價</translation>
    </message>
    <message>
        <source>older than what the others say</source>
        <translation>比其他來源的報價舊</translation>
    </message>
    <message>
        <source>its currency has no rate</source>
        <translation>其計價貨幣沒有匯率</translation>
    </message>
    <message>
        <source>a jump of over {jump}, not confirmed yet</source>
        <translation>變動超過 {jump}，尚未確認</translation>
    </message>
    <message>
        <source>The program itself failed at its answer ({why}).</source>
        <translation>程式處理其回應時出錯（{why}）。</translation>
    </message>
    <message>
        <source>No whole answer came in time ({detail}).</source>
        <translation>未能及時收到完整回應（{detail}）。</translation>
    </message>
    <message>
        <source>It cannot be reached ({detail}); check your connection.</source>
        <translation>無法連線（{detail}）；請檢查網路。</translation>
    </message>
    <message>
        <source>It was asked too often and wants to be left in peace for a while.</source>
        <translation>查詢過於頻繁，對方要求暫停一段時間。</translation>
    </message>
    <message>
        <source>It answered with the error {detail}.</source>
        <translation>對方回應錯誤 {detail}。</translation>
    </message>
    <message>
        <source>Its answer was too large and was cut off ({detail}).</source>
        <translation>回應過大，已中斷（{detail}）。</translation>
    </message>
    <message>
        <source>It pointed to another address, which is not followed.</source>
        <translation>對方轉址到其他位址，程式不會跟隨。</translation>
    </message>
    <message>
        <source>Its answer was no data but something else, such as a web page.</source>
        <translation>回應不是資料，例如是網頁。</translation>
    </message>
    <message>
        <source>Its answer had another form than agreed ({detail}).</source>
        <translation>回應的格式不符（{detail}）。</translation>
    </message>
    <message>
        <source>Its address is not allowed ({detail}): only https is.</source>
        <translation>不允許此位址（{detail}）：只接受 https。</translation>
    </message>
    <message>
        <source>It does not list what was asked for.</source>
        <translation>對方沒有所查詢的項目。</translation>
    </message>
    <message>
        <source>It is given a rest after failures, and asked again by itself.</source>
        <translation>因多次失敗暫停查詢，稍後會自動再試。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>outvoted by the other sources</source>
        <translation>與多數來源不符</translation>
    </message>
    <message>
        <source>the sources disagree</source>
        <translation>各來源說法不一</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation>尚無價格</translation>
    </message>
    <message>
        <source>Import a price file, or add a loan: the prices of its assets are then asked for.</source>
        <translation>匯入價格檔案，或新增貸款，程式就會查詢相關資產的價格。</translation>
    </message>
    <message>
        <source>Ask for prices now</source>
        <translation>立即更新價格</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>自訂價格…</translation>
    </message>
    <message>
        <source>Parts of the prices</source>
        <translation>價格頁的各部分</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>NFT collections</source>
        <translation>NFT 系列</translation>
    </message>
    <message>
        <source>Every source is switched off; switch some on in the settings.</source>
        <translation>所有來源都已關閉；請到設定中開啟。</translation>
    </message>
    <message>
        <source>Import the sales of a collection to value its NFTs.</source>
        <translation>匯入一個系列的成交紀錄，即可為其 NFT 估價。</translation>
    </message>
    <message>
        <source>Prices are not fetched: that is switched off in the settings.</source>
        <translation>目前不取得價格：已在設定中關閉。</translation>
    </message>
    <message>
        <source>No source answers. The next try is {soon}.</source>
        <translation>沒有任何來源回應。{soon}再試。</translation>
    </message>
    <message>
        <source>No source has answered since {when}. Prices stay as they were and grow stale; the next try is {soon}.</source>
        <translation>自 {when} 起沒有任何來源回應。價格維持原值並將過期；{soon}再試。</translation>
    </message>
    <message>
        <source>Stale: {assets}. Alerts wait until these prices are heard again; “By source” tells why they are not.</source>
        <translation>過期：{assets}。收到新價格前不會據此示警；原因請見「各來源報價」。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>報價來源</translation>
    </message>
    <message>
        <source>No source has said anything since the program was started.</source>
        <translation>程式啟動後還沒有來源報價。</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>各來源報價</translation>
    </message>
    <message>
        <source>No rates of this asset are known. They are fetched for assets of loans, every hour.</source>
        <translation>沒有此資產的費率。程式每小時取得貸款資產的費率。</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>No history is kept yet.</source>
        <translation>尚未保留歷史價格。</translation>
    </message>
    <message>
        <source>Parts of the price</source>
        <translation>價格的各部分</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔離報價</translation>
    </message>
    <message>
        <source>No source has a price for it: set one, or import a file.</source>
        <translation>沒有來源提供其價格：請自訂價格或匯入檔案。</translation>
    </message>
    <message>
        <source>It follows the currency, and no source was heard: taken as 1.</source>
        <translation>與貨幣掛鉤，且沒有來源報價：以 1 計。</translation>
    </message>
    <message>
        <source>{agree}, {age}; they lie apart by {spread}.</source>
        <translation>{agree}，{age}；彼此相差 {spread}。</translation>
    </message>
    <message>
        <source>{source} alone, {age}.</source>
        <translation>僅 {source}，{age}。</translation>
    </message>
    <message>
        <source>Your own price since {when}.</source>
        <translation>自 {when} 起採用你自訂的價格。</translation>
    </message>
    <message>
        <source>Sources say: {words}.</source>
        <translation>來源報價：{words}。</translation>
    </message>
    <message>
        <source>No source was heard.</source>
        <translation>沒有來源報價。</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>備註：{note}</translation>
    </message>
    <message>
        <source>Every quote was believed.</source>
        <translation>所有報價皆已採信。</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>解除隔離…</translation>
    </message>
    <message>
        <source>Undo the release</source>
        <translation>復原解除</translation>
    </message>
    <message>
        <source>Choose a quote in the table first.</source>
        <translation>請先在表格中選擇一筆報價。</translation>
    </message>
    <message>
        <source>Believe {source} that {asset} costs {price}, until something newer is said?</source>
        <translation>在有更新的報價之前，採信 {source} 的報價（{asset} 為 {price}）嗎？</translation>
    </message>
    <message>
        <source>Release a quote</source>
        <translation>解除隔離報價</translation>
    </message>
    <message>
        <source>It counts now.</source>
        <translation>此報價現已採用。</translation>
    </message>
    <message>
        <source>Something newer is believed already; it counts no more.</source>
        <translation>已有更新的價格，此報價不再採用。</translation>
    </message>
    <message>
        <source>What was believed before counts again.</source>
        <translation>已恢復先前採信的價格。</translation>
    </message>
    <message>
        <source>Something newer is believed by now; that stays.</source>
        <translation>目前已有更新的價格，維持不變。</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>更新於</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>價差</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>believed</source>
        <translation>已採信</translation>
    </message>
    <message>
        <source>said before, nothing new</source>
        <translation>與先前相同，沒有新資訊</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>換算後</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>是否採信</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>報價時間</translation>
    </message>
    <message>
        <source>funding</source>
        <translation>資金費率</translation>
    </message>
    <message>
        <source>lending</source>
        <translation>出借利率</translation>
    </message>
    <message>
        <source>borrowing</source>
        <translation>借款利率</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Rate a period</source>
        <translation>每期費率</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年化</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>結算時間</translation>
    </message>
    <message>
        <source>To</source>
        <translation>迄</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查詢</translation>
    </message>
    <message>
        <source>rates alone, every hour</source>
        <translation>僅費率，每小時一次</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>連續失敗 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>正常回應</translation>
    </message>
    <message>
        <source>{used} of {allowed} in {span}</source>
        <translation>{span}內 {used} / {allowed} 次</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>下次查詢</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>查詢次數</translation>
    </message>
    <message>
        <source>Its own count</source>
        <translation>對方的計數</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Median of sales</source>
        <translation>成交中位數</translation>
    </message>
    <message>
        <source>Average over time</source>
        <translation>時間加權均價</translation>
    </message>
    <message>
        <source>Lowest ask</source>
        <translation>最低掛單</translation>
    </message>
    <message>
        <source>Best bid</source>
        <translation>最高出價</translation>
    </message>
    <message>
        <source>Counted (lowest)</source>
        <translation>採計（最低）</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>最近回應</translation>
    </message>
    <message>
        <source>Last fault</source>
        <translation>最近錯誤</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>報價</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>備用金</translation>
    </message>
    <message>
        <source>No reserve yet</source>
        <translation>尚無備用金</translation>
    </message>
    <message>
        <source>Covers a fall of</source>
        <translation>可承受跌幅</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已預留</translation>
    </message>
    <message>
        <source>Other holdings</source>
        <translation>其他資產</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>價值</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>一般持有</translation>
    </message>
    <message>
        <source>Arrives within</source>
        <translation>入帳時間</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Every change holds at once and is kept on this computer.</source>
        <translation>變更立即生效，並儲存在這部電腦上。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Fetch prices</source>
        <translation>自動取得價格</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Switched off, nothing is sent, and prices come from files and from you alone.</source>
        <translation>關閉後不送出任何資料，價格只來自檔案和你自己。</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>更新間隔</translation>
    </message>
    <message>
        <source>The time between two questions to a source; one that fails is asked less often.</source>
        <translation>對同一來源兩次查詢的間隔；失敗的來源會減少查詢。</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>多久未更新視為過期</translation>
    </message>
    <message>
        <source>A price that is older is marked as stale and decides no alert.</source>
        <translation>更舊的價格標為過期，不據以示警。</translation>
    </message>
    <message>
        <source>Sources agree within</source>
        <translation>來源相符的範圍</translation>
    </message>
    <message>
        <source>Two sources whose prices lie no further apart than this confirm each other.</source>
        <translation>兩個來源的價格差距不超過此值，即互相印證。</translation>
    </message>
    <message>
        <source>A jump is over</source>
        <translation>視為跳動的幅度</translation>
    </message>
    <message>
        <source>What one source alone says beyond this must be said again before it counts.</source>
        <translation>單一來源的變動超過此值時，須再次報價才採信。</translation>
    </message>
    <message>
        <source>Polls that confirm a jump</source>
        <translation>確認跳動所需次數</translation>
    </message>
    <message>
        <source>How many answers in a row must say so; two sources that agree count at once.</source>
        <translation>須連續幾次報價相同方向；兩個來源相符則立即採信。</translation>
    </message>
    <message>
        <source>Fetch history</source>
        <translation>取得歷史價格</translation>
    </message>
    <message>
        <source>Candles of your loans&apos; assets are fetched, so that nothing that happened meanwhile is missed.</source>
        <translation>取得貸款資產的 K 線，程式未執行期間的變動也不遺漏。</translation>
    </message>
    <message>
        <source>History goes back</source>
        <translation>歷史價格回溯</translation>
    </message>
    <message>
        <source>At most; it never begins before the first loan with an asset was opened.</source>
        <translation>上限；不會早於該資產第一筆貸款的開始日。</translation>
    </message>
    <message>
        <source>Keep every minute for</source>
        <translation>保留每分鐘價格</translation>
    </message>
    <message>
        <source>Of older live prices only the hours stay.</source>
        <translation>更早的即時價格只保留每小時。</translation>
    </message>
    <message>
        <source>Sources of prices</source>
        <translation>價格來源</translation>
    </message>
    <message>
        <source>Only the names of your assets are sent, never amounts. The more sources, the surer a price is.</source>
        <translation>只送出資產名稱，從不送出數量。來源越多，價格越可靠。</translation>
    </message>
    <message>
        <source>At least one source of prices stays on; to ask none, switch off “Fetch prices”.</source>
        <translation>至少要保留一個價格來源；若完全不查詢，請關閉「自動取得價格」。</translation>
    </message>
    <message>
        <source>Alerts and limits</source>
        <translation>警示與上限</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 個百分點</translation>
    </message>
    <message>
        <source>A level rings again after LTV fell under it by</source>
        <translation>貸款價值比回到線下多少後可再提醒</translation>
    </message>
    <message>
        <source>Largest share of one platform</source>
        <translation>單一平台占比上限</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>Largest leverage</source>
        <translation>槓桿上限</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>你的資料</translation>
    </message>
    <message>
        <source>nowhere: the demonstration stores nothing</source>
        <translation>無：示範模式不儲存任何資料</translation>
    </message>
    <message>
        <source>One SQLite file, no account, no telemetry. Backups lie in the folder beside it.</source>
        <translation>單一 SQLite 檔案，不需帳號，不回傳使用資料。備份放在旁邊的資料夾。</translation>
    </message>
    <message>
        <source>Export the portfolio…</source>
        <translation>匯出投資組合…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>檢查檔案</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Export the portfolio</source>
        <translation>匯出投資組合</translation>
    </message>
    <message>
        <source>A checked backup was taken: {name}.</source>
        <translation>已建立並檢查備份：{name}。</translation>
    </message>
    <message>
        <source>The demonstration is stored nowhere; there is nothing to back up.</source>
        <translation>示範不會儲存，沒有可備份的內容。</translation>
    </message>
    <message>
        <source>Everything is as it was saved.</source>
        <translation>一切與儲存時相同。</translation>
    </message>
    <message>
        <source>Stress test</source>
        <translation>壓力測試</translation>
    </message>
    <message>
        <source>Nothing to test yet</source>
        <translation>尚無可測試的貸款</translation>
    </message>
    <message>
        <source>Once a loan is entered and priced, its levels are tested against falls.</source>
        <translation>新增貸款並取得價格後，即可測試各種跌幅會觸及哪些風險線。</translation>
    </message>
    <message>
        <source>First margin call at</source>
        <translation>首次追繳跌幅</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>負債</translation>
    </message>
    <message>
        <source>Leverage in all</source>
        <translation>整體槓桿</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Cures need</source>
        <translation>補倉所需</translation>
    </message>
    <message>
        <source>Reserve left</source>
        <translation>備用金餘額</translation>
    </message>
    <message>
        <source>a common fall of all collateral</source>
        <translation>所有抵押品同步下跌</translation>
    </message>
    <message>
        <source>your limit is {limit}</source>
        <translation>你的上限是 {limit}</translation>
    </message>
    <message>
        <source>That did not work: {why}</source>
        <translation>操作未成功：{why}</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>預警</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>追加保證金通知</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>清算</translation>
    </message>
    <message>
        <source>your warning</source>
        <translation>你的預警</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>asks for a cure</source>
        <translation>要求補倉</translation>
    </message>
    <message>
        <source>sells a part</source>
        <translation>賣出一部分</translation>
    </message>
    <message>
        <source>sells everything</source>
        <translation>全部賣出</translation>
    </message>
    <message>
        <source>auction</source>
        <translation>拍賣</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>預警</translation>
    </message>
    <message>
        <source>call</source>
        <translation>追繳</translation>
    </message>
    <message>
        <source>liq</source>
        <translation>清算</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手動輸入</translation>
    </message>
    <message>
        <source>taken as 1</source>
        <translation>以 1 計</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺價</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>觸發中</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>稍後提醒</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開立</translation>
    </message>
    <message>
        <source>Collateral added</source>
        <translation>增加抵押品</translation>
    </message>
    <message>
        <source>Collateral withdrawn</source>
        <translation>取回抵押品</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>借入</translation>
    </message>
    <message>
        <source>Repaid</source>
        <translation>還款</translation>
    </message>
    <message>
        <source>Rate changed</source>
        <translation>利率變更</translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation>規則變更</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>遭清算</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>結清</translation>
    </message>
    <message>
        <source>health factor {value}</source>
        <translation>健康係數 {value}</translation>
    </message>
    <message>
        <source>collateral / debt {value}</source>
        <translation>抵押品 / 債務 {value}</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>嚴重</translation>
    </message>
    <message>
        <source>{name}: possible jump of {value}, unconfirmed</source>
        <translation>{name}：可能急漲 {value}，尚未確認</translation>
    </message>
    <message>
        <source>No price source answers</source>
        <translation>所有價格來源都沒有回應</translation>
    </message>
    <message>
        <source>{name}: {coming} today</source>
        <translation>{name}：今天{coming}</translation>
    </message>
    <message>
        <source>It is over by now.</source>
        <translation>現已解除。</translation>
    </message>
    <message>
        <source>Past your {level} of {threshold}.</source>
        <translation>已越過 {threshold} 的{level}線。</translation>
    </message>
    <message>
        <source>the address is not known here: enter it again</source>
        <translation>這裡沒有這個位址：請重新輸入</translation>
    </message>
    <message>
        <source>the service refused it</source>
        <translation>服務拒絕接收</translation>
    </message>
    <message>
        <source>the service did not answer in time</source>
        <translation>服務未及時回應</translation>
    </message>
    <message>
        <source>Nothing got out by {name}: {why}</source>
        <translation>無法透過 {name} 送出：{why}</translation>
    </message>
    <message>
        <source>Found late, of {when}.</source>
        <translation>事後發現，時間為 {when}。</translation>
    </message>
    <message>
        <source>{asset} at {price}.</source>
        <translation>{asset} 現價 {price}。</translation>
    </message>
    <message>
        <source>Nothing can be judged until one does: look at your platforms.</source>
        <translation>在來源恢復之前無法判斷任何貸款：請直接查看你的平台。</translation>
    </message>
    <message>
        <source>{name}: LTV {value}</source>
        <translation>{name}：貸款價值比 {value}</translation>
    </message>
    <message>
        <source>{name}: {value} of headroom left</source>
        <translation>{name}：緩衝空間只剩 {value}</translation>
    </message>
    <message>
        <source>{name} rose to {value}</source>
        <translation>{name} 漲到 {value}</translation>
    </message>
    <message>
        <source>{name} fell to {value}</source>
        <translation>{name} 跌到 {value}</translation>
    </message>
    <message>
        <source>{name} moved by {value}</source>
        <translation>{name} 變動了 {value}</translation>
    </message>
    <message>
        <source>{name}: rate {value} a year</source>
        <translation>{name}：年利率 {value}</translation>
    </message>
    <message>
        <source>{name}: funding {value} a year</source>
        <translation>{name}：資金費率一年 {value}</translation>
    </message>
    <message>
        <source>{name}: {value} of interest due</source>
        <translation>{name}：應付利息 {value}</translation>
    </message>
    <message>
        <source>You pay {value} a day net</source>
        <translation>你每天的淨利息為 {value}</translation>
    </message>
    <message>
        <source>The reserve covers a fall of {value} only</source>
        <translation>備用金只夠應付 {value} 的下跌</translation>
    </message>
    <message>
        <source>{name} holds {value} of your assets</source>
        <translation>{name} 占你資產的 {value}</translation>
    </message>
    <message>
        <source>{name} makes up {value} of your assets</source>
        <translation>{name} 占你全部資產的 {value}</translation>
    </message>
    <message>
        <source>{name} is {value} off its peg</source>
        <translation>{name} 脫鉤 {value}</translation>
    </message>
    <message>
        <source>No fresh price of {name}</source>
        <translation>{name} 沒有最新價格</translation>
    </message>
    <message>
        <source>Sources of {name} lie {value} apart</source>
        <translation>{name} 的各來源相差 {value}</translation>
    </message>
    <message>
        <source>{name}: possible crash of {value}, unconfirmed</source>
        <translation>{name}：可能暴跌 {value}，尚未確認</translation>
    </message>
    <message>
        <source>{name}: {coming} in {value}</source>
        <translation>{name}：{value}後{coming}</translation>
    </message>
    <message>
        <source>The day is {date}.</source>
        <translation>日期：{date}。</translation>
    </message>
    <message>
        <source>Something is due within</source>
        <translation>到期事項在幾天內</translation>
    </message>
    <message>
        <source>LTV of a loan above</source>
        <translation>貸款的 LTV 高於</translation>
    </message>
    <message>
        <source>Price source {name} does not answer</source>
        <translation>價格來源 {name} 沒有回應</translation>
    </message>
    <message>
        <source>Alerts do not get out by {name}</source>
        <translation>警示無法透過 {name} 送出</translation>
    </message>
    <message>
        <source>Your leverage is {value}</source>
        <translation>你的槓桿為 {value}</translation>
    </message>
    <message>
        <source>Under your limit of {limit}.</source>
        <translation>低於你設定的 {limit}。</translation>
    </message>
    <message>
        <source>Your limit is {limit}.</source>
        <translation>你設定的界限是 {limit}。</translation>
    </message>
    <message>
        <source>{asset} costs more than your {limit}.</source>
        <translation>{asset} 的成本高於你設定的 {limit}。</translation>
    </message>
    <message>
        <source>{instrument} at {source}; your limit is {limit}.</source>
        <translation>{source} 的 {instrument}；你設定的界限是 {limit}。</translation>
    </message>
    <message>
        <source>Debts cost more than your assets earn; your limit is {limit}.</source>
        <translation>債務的成本高於資產的收益；你設定的界限是 {limit}。</translation>
    </message>
    <message>
        <source>It should follow {peg}; your limit is {limit}.</source>
        <translation>它應該跟隨 {peg}；你設定的界限是 {limit}。</translation>
    </message>
    <message>
        <source>Loans with it cannot be judged: look at your platform.</source>
        <translation>無法判斷使用它的貸款：請直接查看你的平台。</translation>
    </message>
    <message>
        <source>Which of them is right is not clear yet.</source>
        <translation>目前還不清楚哪個來源正確。</translation>
    </message>
    <message>
        <source>One source says {price}. It counts once it is confirmed.</source>
        <translation>有一個來源報 {price}，確認後才會採用。</translation>
    </message>
    <message>
        <source>Last fault: {fault}</source>
        <translation>最近一次錯誤：{fault}</translation>
    </message>
    <message>
        <source>Last fault: {fault}. Other channels go on.</source>
        <translation>最近一次錯誤：{fault}。其他管道繼續運作。</translation>
    </message>
    <message>
        <source>Past your own limit of {limit}.</source>
        <translation>已超過你自訂的上限 {limit}。</translation>
    </message>
    <message>
        <source>Level of a loan</source>
        <translation>貸款的風險線</translation>
    </message>
    <message>
        <source>Headroom below</source>
        <translation>緩衝空間低於</translation>
    </message>
    <message>
        <source>Price above</source>
        <translation>價格高於</translation>
    </message>
    <message>
        <source>Price below</source>
        <translation>價格低於</translation>
    </message>
    <message>
        <source>Price moved by</source>
        <translation>價格變動達</translation>
    </message>
    <message>
        <source>Rate of a loan above</source>
        <translation>貸款利率高於</translation>
    </message>
    <message>
        <source>Funding rate above</source>
        <translation>資金費率高於</translation>
    </message>
    <message>
        <source>Interest due above</source>
        <translation>應付利息高於</translation>
    </message>
    <message>
        <source>Net interest a day below</source>
        <translation>每日淨利息低於</translation>
    </message>
    <message>
        <source>Reserve covers less than a fall of</source>
        <translation>備用金不足以應付下跌</translation>
    </message>
    <message>
        <source>Share of a platform above</source>
        <translation>單一平台占比高於</translation>
    </message>
    <message>
        <source>Share of an asset above</source>
        <translation>單一資產占比高於</translation>
    </message>
    <message>
        <source>Stablecoin off its peg by</source>
        <translation>穩定幣脫鉤達</translation>
    </message>
    <message>
        <source>Price older than</source>
        <translation>價格早於</translation>
    </message>
    <message>
        <source>Sources apart by</source>
        <translation>各來源相差達</translation>
    </message>
    <message>
        <source>Unconfirmed move over</source>
        <translation>未確認的變動超過</translation>
    </message>
    <message>
        <source>Source failed in a row</source>
        <translation>來源連續失敗</translation>
    </message>
    <message>
        <source>Channel failed in a row</source>
        <translation>管道連續失敗</translation>
    </message>
    <message>
        <source>Leverage above</source>
        <translation>槓桿高於</translation>
    </message>
    <message>
        <source>Next: {level}.</source>
        <translation>下一步：{level}。</translation>
    </message>
    <message>
        <source>Add {added} or repay {repaid} to bring it back to {target}.</source>
        <translation>補倉 {added} 或還款 {repaid}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Add {added} to bring it back to {target}.</source>
        <translation>補倉 {added}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Repay {repaid} to bring it back to {target}.</source>
        <translation>還款 {repaid}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Your reserve has {money}.</source>
        <translation>備用金有 {money}。</translation>
    </message>
    <message>
        <source>{value} is unusual; lenders are mostly between {low} and {high}.</source>
        <translation>{value} 不常見；放款方多在 {low} 到 {high} 之間。</translation>
    </message>
    <message>
        <source>{value} looks like collateral / loan; as LTV that is {meant}. Did you mean that?</source>
        <translation>{value} 看起來像抵押品 / 貸款；換算成 LTV 是 {meant}。你是這個意思嗎？</translation>
    </message>
    <message>
        <source>{value} a year is very little; told for one period it is {meant} a year. Did you mean that?</source>
        <translation>年利率 {value} 非常低；若是單期利率，則一年為 {meant}。你是這個意思嗎？</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{name}: {added} new, {changed} changed, {unchanged} as before.</source>
        <translation>{name}：新增 {added} 筆，更新 {changed} 筆，{unchanged} 筆不變。</translation>
    </message>
    <message>
        <source>{name}: {added} new prices, {changed} corrected, {unchanged} known already.</source>
        <translation>{name}：新增 {added} 筆價格，更正 {changed} 筆，{unchanged} 筆先前已有。</translation>
    </message>
    <message>
        <source>{name}: {added} new prices, {unchanged} known already.</source>
        <translation>{name}：新增 {added} 筆價格，{unchanged} 筆原已存在。</translation>
    </message>
    <message>
        <source>line {line}, field {field}: {words}</source>
        <translation>第 {line} 行，欄位 {field}：{words}</translation>
    </message>
    <message>
        <source>line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>field {field}: {words}</source>
        <translation>欄位 {field}：{words}</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>請輸入數字。</translation>
    </message>
    <message>
        <source>{value} is not a number; write it like 1234.5.</source>
        <translation>{value} 不是數字；請寫成 1234.5 的格式。</translation>
    </message>
    <message>
        <source>The amount must be greater than zero.</source>
        <translation>數量必須大於零。</translation>
    </message>
    <message>
        <source>{value} is out of range; an LTV of 71.4 % is 0.714 in a file.</source>
        <translation>{value} 超出範圍；貸款價值比 71.4% 在檔案中寫作 0.714。</translation>
    </message>
    <message>
        <source>A yearly rate lies between 0 and 1,000 %; {value} does not.</source>
        <translation>年利率須介於 0 與 1,000% 之間；{value} 不在其中。</translation>
    </message>
    <message>
        <source>{value} is not an asset code; write it like BTC or USDT.</source>
        <translation>{value} 不是資產代號；請寫成 BTC 或 USDT 的形式。</translation>
    </message>
    <message>
        <source>{value} is not a date; write it like 2021-11-10 or 2021-11-10T14:30:00+08:00.</source>
        <translation>{value} 不是日期；請寫成 2021-11-10 或 2021-11-10T14:30:00+08:00。</translation>
    </message>
    <message>
        <source>{value} is not a time zone; write it like UTC+8 or Europe/Zurich.</source>
        <translation>{value} 不是時區；請寫成 UTC+8 或 Europe/Zurich。</translation>
    </message>
    <message>
        <source>{value} lies in the future; enter what has happened.</source>
        <translation>{value} 晚於現在；請填入已發生的事件。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>請輸入名稱。</translation>
    </message>
    <message>
        <source>Enter at least one collateral with its amount.</source>
        <translation>請至少填入一項抵押品及其數量。</translation>
    </message>
    <message>
        <source>Enter at least one debt with its amount.</source>
        <translation>請至少填入一筆借款及其數量。</translation>
    </message>
    <message>
        <source>The levels must rise from early warning over margin call to liquidation, and the target lie below them.</source>
        <translation>風險線須依預警、追繳、清算的順序遞增，目標須低於各線。</translation>
    </message>
    <message>
        <source>Enter at least one level.</source>
        <translation>請至少填入一條風險線。</translation>
    </message>
    <message>
        <source>This lies before {when}; enter a later time.</source>
        <translation>時間早於 {when}；請填入較晚的時間。</translation>
    </message>
    <message>
        <source>The loan was closed on {when}; nothing can happen to it after that.</source>
        <translation>此貸款已於 {when} 結清，之後不能再有事件。</translation>
    </message>
    <message>
        <source>Only {have} {asset} is pledged at that time, so {wanted} cannot leave.</source>
        <translation>當時只抵押了 {have} {asset}，無法取回 {wanted}。</translation>
    </message>
    <message>
        <source>Only {have} {asset} is owed at that time, so {wanted} is too much.</source>
        <translation>當時只欠 {have} {asset}，還款 {wanted} 過多。</translation>
    </message>
    <message>
        <source>{have} {asset} is still owed; repay it before closing.</source>
        <translation>尚欠 {have} {asset}；請先還清再結清貸款。</translation>
    </message>
    <message>
        <source>The loan is not open yet at that time.</source>
        <translation>當時貸款尚未開立。</translation>
    </message>
    <message>
        <source>The loan is opened twice; leave one opening.</source>
        <translation>貸款開立了兩次；請只保留一次。</translation>
    </message>
    <message>
        <source>There is no loan {value}.</source>
        <translation>找不到貸款 {value}。</translation>
    </message>
    <message>
        <source>There is no event {value}.</source>
        <translation>沒有事件 {value}。</translation>
    </message>
    <message>
        <source>{value} is no known platform; list it under platforms.</source>
        <translation>{value} 不是已知平台；請列在 platforms 之下。</translation>
    </message>
    <message>
        <source>{value} is no known preset; leave it out and give the terms.</source>
        <translation>{value} 不是已知的預設規則；請刪去並填入條款。</translation>
    </message>
    <message>
        <source>{value} stands there twice; keep one of them.</source>
        <translation>{value} 出現兩次；請保留其中一個。</translation>
    </message>
    <message>
        <source>There is no such field; check its spelling or take it out.</source>
        <translation>沒有這個欄位；請檢查拼字或將其刪去。</translation>
    </message>
    <message>
        <source>The field is missing; add it.</source>
        <translation>缺少此欄位；請補上。</translation>
    </message>
    <message>
        <source>{value} does not fit; expected: {expected}.</source>
        <translation>{value} 不符；應為：{expected}。</translation>
    </message>
    <message>
        <source>There is no file {value}; check its name.</source>
        <translation>找不到檔案 {value}；請檢查檔名。</translation>
    </message>
    <message>
        <source>{value} cannot be read ({why}); choose a file that you may read.</source>
        <translation>無法讀取 {value}（{why}）；請選擇你有權讀取的檔案。</translation>
    </message>
    <message>
        <source>{value} is larger than {most}; split it.</source>
        <translation>{value} 超過 {most}；請拆分檔案。</translation>
    </message>
    <message>
        <source>This is no valid JSON ({why}, column {column}); check commas and quotes.</source>
        <translation>JSON 格式有誤（{why}，第 {column} 個字元）；請檢查逗號與引號。</translation>
    </message>
    <message>
        <source>{value} is no UTF-8 text; save it as UTF-8.</source>
        <translation>{value} 不是 UTF-8 文字；請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>Format version {value} is newer than this program; install the newer program.</source>
        <translation>檔案格式版本 {value} 比本程式新；請安裝新版程式。</translation>
    </message>
    <message>
        <source>The header ({value}) has no time and price columns; name them like date, open, high, low, close.</source>
        <translation>標題列（{value}）缺少時間與價格欄；請命名為 date, open, high, low, close。</translation>
    </message>
    <message>
        <source>The header ({value}) is of no statement that is known: export it as CSV from Nexo, OKX (trading) or BlockFi.</source>
        <translation>標題列（{value}）不屬於任何已知的對帳單；請從 Nexo、OKX（交易）或 BlockFi 匯出 CSV。</translation>
    </message>
    <message>
        <source>{value} does not tell the asset; name the file like BTCUSDT.csv or say --asset BTC.</source>
        <translation>從 {value} 看不出是哪種資產；請將檔案命名為 BTCUSDT.csv 之類，或指定 --asset BTC。</translation>
    </message>
    <message>
        <source>{have} columns stand where the header has {wanted}; fill or remove cells.</source>
        <translation>此列有 {have} 欄，標題列有 {wanted} 欄；請補上或刪去儲存格。</translation>
    </message>
    <message>
        <source>High {high} and low {low} do not enclose open and close; check the row.</source>
        <translation>最高價 {high} 與最低價 {low} 未涵蓋開盤價與收盤價；請檢查此列。</translation>
    </message>
    <message>
        <source>That is no address of a known service; write it like ntfy://my-topic.</source>
        <translation>這不是已知服務的位址；請寫成 ntfy://my-topic 這樣。</translation>
    </message>
    <message>
        <source>The demonstration tells nobody outside this window.</source>
        <translation>示範模式不會通知視窗以外的任何人。</translation>
    </message>
    <message>
        <source>{value} may not be asked; write an address that begins with https://.</source>
        <translation>不能連線到 {value}；請輸入以 https:// 開頭的位址。</translation>
    </message>
    <message>
        <source>A share lies between 0 and 100 %; {value} does not.</source>
        <translation>比例介於 0 到 100 % 之間；{value} 不是。</translation>
    </message>
    <message>
        <source>It would end on {value}, before it began on {when}; choose a later day.</source>
        <translation>結束日 {value} 早於開始日 {when}；請選擇較晚的日期。</translation>
    </message>
    <message>
        <source>The range must rise: its low of {low} must be under its high of {high}.</source>
        <translation>區間必須由低到高：下限 {low} 必須小於上限 {high}。</translation>
    </message>
    <message>
        <source>There is no position {value}.</source>
        <translation>沒有部位 {value}。</translation>
    </message>
    <message>
        <source>There is no rate from {value} to {currency}; enter the price in {currency}.</source>
        <translation>沒有從 {value} 換算到 {currency} 的匯率；請用 {currency} 輸入價格。</translation>
    </message>
    <message>
        <source>The file has no rows; choose one with prices in it.</source>
        <translation>檔案沒有內容；請選擇含有價格的檔案。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed, or text follows it; check the row.</source>
        <translation>引號未關閉，或其後還有文字；請檢查此列。</translation>
    </message>
    <message>
        <source>{value} can be read in several ways; say which one is meant: {choices}.</source>
        <translation>{value} 有多種讀法；請指明是哪一種：{choices}。</translation>
    </message>
    <message>
        <source>The workbook cannot be read ({why}); save it as XLSX or CSV.</source>
        <translation>無法讀取此活頁簿（{why}）；請另存為 XLSX 或 CSV。</translation>
    </message>
    <message>
        <source>The workbook unpacks into too much ({why}); save it as CSV.</source>
        <translation>此活頁簿解壓縮後過大（{why}）；請另存為 CSV。</translation>
    </message>
    <message>
        <source>Plimsoll is in read-only mode; switch it off in Settings to change anything.</source>
        <translation>目前為唯讀模式；要變更任何內容，請在「設定」中關閉。</translation>
    </message>
    <message>
        <source>{value} cannot be written ({why}); choose a folder of your own.</source>
        <translation>無法寫入 {value}（{why}）；請選擇自己的資料夾。</translation>
    </message>
    <message>
        <source>There is no folder {value}; choose one that exists.</source>
        <translation>找不到資料夾 {value}；請選擇現有的資料夾。</translation>
    </message>
    <message>
        <source>Show Plimsoll</source>
        <translation>顯示 Plimsoll</translation>
    </message>
    <message>
        <source>Snooze all for 15 minutes</source>
        <translation>全部 15 分鐘後再提醒</translation>
    </message>
    <message>
        <source>Snooze all for 1 hour</source>
        <translation>全部延後 1 小時</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>鎖定視窗</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Plimsoll keeps watching here. Quit it from this icon&apos;s menu.</source>
        <translation>Plimsoll 會在這裡繼續監看。若要結束，請使用此圖示的選單。</translation>
    </message>
    <message>
        <source>Still watching</source>
        <translation>持續監看中</translation>
    </message>
    <message>
        <source>This desktop shows no messages; the window tells alerts instead.</source>
        <translation>這個桌面不顯示訊息；警示改由視窗顯示。</translation>
    </message>
    <message numerus="yes">
        <source>{words} And %n more in the alert list.</source>
        <translation>
            <numerusform>{words}警示清單中還有 %n 則。</numerusform>
        </translation>
    </message>
    <message>
        <source>1D</source>
        <translation>1日</translation>
    </message>
    <message>
        <source>1W</source>
        <translation>1週</translation>
    </message>
    <message>
        <source>1M</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>整體</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>修改規則</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>嚴重程度</translation>
    </message>
    <message>
        <source>Only after it held for</source>
        <translation>持續多久才通知</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Tell again every</source>
        <translation>再次通知間隔</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不再通知</translation>
    </message>
    <message>
        <source>Quiet unless critical, from</source>
        <translation>除非嚴重否則安靜，從</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安靜開始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安靜結束</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>結束日期</translation>
    </message>
    <message>
        <source>Last day of the rule</source>
        <translation>規則的最後一天</translation>
    </message>
    <message>
        <source>Ring once, then rest</source>
        <translation>只通知一次</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Rings when the value is at the limit or above it.</source>
        <translation>數值達到或高於界限時通知。</translation>
    </message>
    <message>
        <source>Rings when the value is at the limit or below it.</source>
        <translation>數值達到或低於界限時通知。</translation>
    </message>
    <message>
        <source>in percent</source>
        <translation>以百分比計</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>Range {name}</source>
        <translation>時間範圍：{name}</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>匯出圖表</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>LTV over time — {loan}</source>
        <translation>貸款價值比（LTV）走勢 — {loan}</translation>
    </message>
    <message>
        <source>There is no price history for this loan yet: import prices, or let polling collect them.</source>
        <translation>這筆貸款尚無歷史價格：請匯入價格，或開啟自動取得價格逐步累積。</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>儲存為圖片（PNG）…</translation>
    </message>
    <message>
        <source>Save as table (CSV)…</source>
        <translation>儲存為表格（CSV）…</translation>
    </message>
    <message>
        <source>Export as calendar (.ics)…</source>
        <translation>匯出行事曆（.ics）…</translation>
    </message>
    <message>
        <source>Days are those of UTC; each entry of the file reminds you a day before.</source>
        <translation>日期以 UTC 計；匯出的每一項會提前一天提醒。</translation>
    </message>
    <message>
        <source>Export the calendar</source>
        <translation>匯出行事曆</translation>
    </message>
    <message>
        <source>The file was not written: {why}</source>
        <translation>檔案未能寫入：{why}</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>已寫入 {name}。</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}：{name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已結清</translation>
    </message>
    <message>
        <source>start {ltv}</source>
        <translation>起始 {ltv}</translation>
    </message>
    <message>
        <source>{loan}: LTV {ltv}, {state}</source>
        <translation>{loan}：貸款價值比 {ltv}，{state}</translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation>已於 {day} 結清</translation>
    </message>
    <message>
        <source>No price yet: import prices or switch polling on.</source>
        <translation>尚無價格：請匯入價格，或開啟自動取得價格。</translation>
    </message>
    <message>
        <source>Every level is reached.</source>
        <translation>所有風險線皆已觸及。</translation>
    </message>
    <message>
        <source>{level}: no price of one asset alone reaches it</source>
        <translation>{level}：單一資產的價格變動不會觸及</translation>
    </message>
    <message>
        <source>{level} if {asset} &lt; {price} ({change})</source>
        <translation>{asset} &lt; {price} 觸發{level}（{change}）</translation>
    </message>
    <message>
        <source>{level} if {asset} &gt; {price} ({change})</source>
        <translation>{asset} &gt; {price} 觸發{level}（{change}）</translation>
    </message>
    <message>
        <source>top-up to {target}: {units} {asset}</source>
        <translation>補倉至 {target}：{units} {asset}</translation>
    </message>
    <message>
        <source>{rate} a year</source>
        <translation>年利率 {rate}</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>More ways to answer</source>
        <translation>更多回應方式</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Loan…</source>
        <translation>抵押貸款…</translation>
    </message>
    <message>
        <source>Holding…</source>
        <translation>持有資產…</translation>
    </message>
    <message>
        <source>Position that earns…</source>
        <translation>生息部位…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>匯入檔案…</translation>
    </message>
    <message>
        <source>Taken back: {what}.</source>
        <translation>已復原：{what}。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的變更。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>沒有可重做的變更。</translation>
    </message>
    <message>
        <source>Demonstration: invented figures, nothing is stored</source>
        <translation>示範模式：數字皆為虛構，不會儲存</translation>
    </message>
    <message>
        <source>Find or do…   Ctrl+K</source>
        <translation>搜尋或執行…   Ctrl+K</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍後提醒</translation>
    </message>
    <message>
        <source>All alerts for 15 minutes</source>
        <translation>全部 15 分鐘後再提醒</translation>
    </message>
    <message>
        <source>All alerts for 1 hour</source>
        <translation>全部 1 小時後再提醒</translation>
    </message>
    <message>
        <source>Add position</source>
        <translation>新增部位</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>復原：{what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>loan</source>
        <translation>貸款</translation>
    </message>
    <message>
        <source>own price</source>
        <translation>自訂價格</translation>
    </message>
    <message>
        <source>alert rule</source>
        <translation>警示規則</translation>
    </message>
    <message>
        <source>rule of a lender</source>
        <translation>平台規則</translation>
    </message>
    <message>
        <source>price of an NFT</source>
        <translation>NFT 價格</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>貼上表格</translation>
    </message>
    <message>
        <source>Import a portfolio or prices</source>
        <translation>匯入投資組合或價格</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>貼上的表格</translation>
    </message>
    <message>
        <source>The clipboard has no table; copy one with its header first.</source>
        <translation>剪貼簿裡沒有表格；請先連同標題列一起複製。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the watched folder wait for you</source>
        <translation>
            <numerusform>監看資料夾裡有 %n 個檔案等你處理</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>前往處理</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>Importing {name}…</source>
        <translation>正在匯入 {name}…</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 則待處理</numerusform>
        </translation>
    </message>
    <message>
        <source>Show plan</source>
        <translation>查看方案</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation>15 分鐘後提醒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>Snooze until it gets worse</source>
        <translation>惡化前不再提醒</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts at once</source>
        <translation>
            <numerusform>同時有 %n 則警示</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部知道了</translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found in price history that nobody was told of.</source>
        <translation>
            <numerusform>在歷史價格中發現 %n 次越線，當時未能通知。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: {title} on {day}.</source>
        <translation>最近一次：{day}，{title}。</translation>
    </message>
    <message>
        <source>Found late</source>
        <translation>事後發現</translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation>查看警示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No price for {assets}</source>
        <translation>{assets} 缺價</translation>
    </message>
    <message>
        <source>Prices taken as 1</source>
        <translation>價格以 1 計</translation>
    </message>
    <message>
        <source>Prices stale: {age}</source>
        <translation>價格過期：{age}</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) agree</source>
        <translation>
            <numerusform>%n 個來源確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices {age} · {agree}</source>
        <translation>價格更新於 {age} · {agree}</translation>
    </message>
    <message>
        <source>No partial sale reaches this target: the loss on the sale eats it up.</source>
        <translation>部分賣出無法達到這個目標：賣出的損失會把它吃掉。</translation>
    </message>
    <message>
        <source>The collateral is not enough for the target: all of it is sold.</source>
        <translation>抵押品不足以達到目標：將全部賣出。</translation>
    </message>
    <message>
        <source>It cannot be sold in part.</source>
        <translation>無法只賣出一部分。</translation>
    </message>
    <message>
        <source>If it is liquidated</source>
        <translation>若被清算</translation>
    </message>
    <message>
        <source>How the lender sells</source>
        <translation>放款方如何賣出</translation>
    </message>
    <message>
        <source>a part, down to a target</source>
        <translation>賣出一部分，降到目標</translation>
    </message>
    <message>
        <source>a part, with a penalty on what is repaid</source>
        <translation>賣出一部分，並就償還額收罰金</translation>
    </message>
    <message>
        <source>a share of the debt, with a penalty</source>
        <translation>償還一定比例的債務，並收罰金</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>one thing that cannot be split (an NFT)</source>
        <translation>無法分割的單一物件（NFT）</translation>
    </message>
    <message>
        <source>After a fall of, %</source>
        <translation>下跌幅度（%）</translation>
    </message>
    <message>
        <source>Fee, discount or penalty, %</source>
        <translation>費用、折價或罰金（%）</translation>
    </message>
    <message>
        <source>Target LTV or share of the debt, %</source>
        <translation>目標 LTV 或債務比例（%）</translation>
    </message>
    <message>
        <source>The lender keeps what is left over</source>
        <translation>剩餘部分歸放款方</translation>
    </message>
    <message>
        <source>LTV before</source>
        <translation>清算前 LTV</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>賣出</translation>
    </message>
    <message>
        <source>Repaid by it</source>
        <translation>由此償還</translation>
    </message>
    <message>
        <source>Lost to fee, discount or penalty</source>
        <translation>費用、折價或罰金損失</translation>
    </message>
    <message>
        <source>Collateral left</source>
        <translation>剩餘抵押品</translation>
    </message>
    <message>
        <source>Debt left</source>
        <translation>剩餘債務</translation>
    </message>
    <message>
        <source>LTV after it</source>
        <translation>之後的 LTV</translation>
    </message>
    <message>
        <source>Still owed without collateral</source>
        <translation>已無抵押品的欠款</translation>
    </message>
    <message>
        <source>Kept by the lender</source>
        <translation>放款方保留</translation>
    </message>
    <message>
        <source>Bring LTV back</source>
        <translation>把 LTV 拉回</translation>
    </message>
    <message>
        <source>Target LTV, %</source>
        <translation>目標 LTV（%）</translation>
    </message>
    <message>
        <source>Collateral to add</source>
        <translation>要增加的抵押品</translation>
    </message>
    <message>
        <source>Debt to repay</source>
        <translation>要償還的債務</translation>
    </message>
    <message>
        <source>Share that is repaid, %</source>
        <translation>以還款完成的比例（%）</translation>
    </message>
    <message>
        <source>Sell a part in time</source>
        <translation>及時賣出一部分</translation>
    </message>
    <message>
        <source>A stop of your own: what to sell once the price falls so far, before the lender does.</source>
        <translation>自訂的停損：價格跌到這裡時，趕在放款方之前要賣出多少。</translation>
    </message>
    <message>
        <source>Sell when the price is under</source>
        <translation>價格低於此時賣出</translation>
    </message>
    <message>
        <source>Down to LTV, %</source>
        <translation>降到 LTV（%）</translation>
    </message>
    <message>
        <source>Slippage, %</source>
        <translation>滑價（%）</translation>
    </message>
    <message>
        <source>Fee, %</source>
        <translation>費用（%）</translation>
    </message>
    <message>
        <source>Tell me at this price</source>
        <translation>到這個價格時通知我</translation>
    </message>
    <message>
        <source>{repaid} repaid, {added} added</source>
        <translation>還款 {repaid}，補倉 {added}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>償還</translation>
    </message>
    <message>
        <source>leaves {money}</source>
        <translation>剩餘 {money}</translation>
    </message>
    <message>
        <source>falls short by {money}</source>
        <translation>不足 {money}</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times} 倍</translation>
    </message>
    <message>
        <source>no equity left</source>
        <translation>已無淨值</translation>
    </message>
    <message>
        <source>Leverage now</source>
        <translation>目前槓桿</translation>
    </message>
    <message>
        <source>LTV at that price</source>
        <translation>該價格下的 LTV</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>賣出</translation>
    </message>
    <message>
        <source>Repays</source>
        <translation>償還</translation>
    </message>
    <message>
        <source>Lost to slippage and fee</source>
        <translation>滑價與費用損失</translation>
    </message>
    <message>
        <source>Price of {asset}</source>
        <translation>{asset} 價格</translation>
    </message>
    <message>
        <source>Price of the debt&apos;s {asset}</source>
        <translation>債務的 {asset} 價格</translation>
    </message>
    <message>
        <source>Your {asset} as collateral</source>
        <translation>你的 {asset} 抵押品</translation>
    </message>
    <message>
        <source>Your {asset} debt</source>
        <translation>你的 {asset} 債務</translation>
    </message>
    <message>
        <source>The lender&apos;s rules</source>
        <translation>放款方規則</translation>
    </message>
    <message>
        <source>Why LTV moved</source>
        <translation>LTV 變動原因</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>the last week</source>
        <translation>最近一週</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>the last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>since the opening</source>
        <translation>自開立以來</translation>
    </message>
    <message>
        <source>This cannot be told for that span: {why}.</source>
        <translation>無法說明這段期間：{why}。</translation>
    </message>
    <message>
        <source>From {before} to {after}: {change} points.</source>
        <translation>從 {before} 到 {after}：{change} 個百分點。</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>改用 {value}</translation>
    </message>
    <message>
        <source>Term deposit and leaving early</source>
        <translation>定期存款與提前贖回</translation>
    </message>
    <message>
        <source>Staking</source>
        <translation>質押收益</translation>
    </message>
    <message>
        <source>Pool share (impermanent loss)</source>
        <translation>流動性池（無常損失）</translation>
    </message>
    <message>
        <source>What a loan costs in all</source>
        <translation>貸款的總成本</translation>
    </message>
    <message>
        <source>Perpetual: funding and liquidation</source>
        <translation>永續合約：資金費與清算</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>忠誠度等級</translation>
    </message>
    <message>
        <source>Amount borrowed</source>
        <translation>借款金額</translation>
    </message>
    <message>
        <source>Interest a year, %</source>
        <translation>年利率（%）</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天數</translation>
    </message>
    <message>
        <source>Upfront fee, %</source>
        <translation>預收費用（%）</translation>
    </message>
    <message>
        <source>Simple = cost / received × 365 / days; effective = (repaid / received)^(365 / days) − 1.</source>
        <translation>單利 = 成本 / 實得 × 365 / 天數；實質 = (還款 / 實得)^(365 / 天數) − 1。</translation>
    </message>
    <message>
        <source>Repaid in the end</source>
        <translation>到期還款</translation>
    </message>
    <message>
        <source>Cost by the year, simple</source>
        <translation>年化成本（單利）</translation>
    </message>
    <message>
        <source>Cost by the year, effective</source>
        <translation>年化成本（實質）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search in {name}</source>
        <translation>在{name}中搜尋</translation>
    </message>
    <message>
        <source>Price over time</source>
        <translation>價格走勢</translation>
    </message>
    <message>
        <source>{when}   open {open}   high {high}   low {low}   close {close}</source>
        <translation>{when}   開 {open}   高 {high}   低 {low}   收 {close}</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>自訂價格</translation>
    </message>
    <message>
        <source>Your own price counts in place of what the sources say, and never grows stale, until you clear it.</source>
        <translation>在你清除之前，自訂價格會取代來源報價，且不會過期。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>單價</translation>
    </message>
    <message>
        <source>why, or from whom</source>
        <translation>原因或出處</translation>
    </message>
    <message>
        <source>Clear my price</source>
        <translation>清除自訂價格</translation>
    </message>
    <message>
        <source>The last price of {asset} was {price}; yours is far from it.</source>
        <translation>{asset} 最近的價格是 {price}；你輸入的相差甚遠。</translation>
    </message>
    <message>
        <source>failed, tried again by itself: {why}</source>
        <translation>失敗，會自動再試：{why}</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>取得中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Go on fetching history</source>
        <translation>繼續取得歷史價格</translation>
    </message>
    <message>
        <source>Pause fetching history</source>
        <translation>暫停取得歷史價格</translation>
    </message>
    <message>
        <source>History from {source}, {period} each</source>
        <translation>來自 {source} 的歷史價格，每 {period}</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>K 線</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折線</translation>
    </message>
    <message>
        <source>There is no price history of {asset} yet: import prices, or let polling collect them.</source>
        <translation>尚無 {asset} 的歷史價格：請匯入價格，或等待程式收集。</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 筆</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>查看中…</translation>
    </message>
    <message>
        <source>has a question</source>
        <translation>有待回答</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>importing…</source>
        <translation>匯入中…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>無法讀取</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected: mend the file, or import the good rows.</source>
        <translation>
            <numerusform>將退回 %n 列：請修正檔案，或只匯入正確的列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未儲存任何內容。</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看檔案…</translation>
    </message>
    <message>
        <source>Answer what is open first.</source>
        <translation>請先回答待決的問題。</translation>
    </message>
    <message>
        <source>Reading all rows; nothing is stored yet…</source>
        <translation>正在讀取所有列；尚未儲存…</translation>
    </message>
    <message>
        <source>Storing, and looking for crossings…</source>
        <translation>正在儲存並檢查是否越過界線…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was stored.</source>
        <translation>已停止，未儲存任何內容。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were rejected.</source>
        <translation>
            <numerusform>退回 %n 列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found that nobody was told of.</source>
        <translation>
            <numerusform>找到 %n 次未曾通知的越線。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>匯入價格</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前幾列</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>儲存退回的列…</translation>
    </message>
    <message>
        <source>Mend what is marked first.</source>
        <translation>請先修正標示的欄位。</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一個檔案</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>儲存退回的列</translation>
    </message>
    <message>
        <source>The rejected rows are in {path}.</source>
        <translation>退回的列已存入 {path}。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開盤</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Price or close</source>
        <translation>價格或收盤</translation>
    </message>
    <message>
        <source>Which of these reads right?</source>
        <translation>哪一個讀起來正確？</translation>
    </message>
    <message>
        <source>Which sheet has the prices?</source>
        <translation>價格在哪個工作表？</translation>
    </message>
    <message>
        <source>What separates the columns?</source>
        <translation>各欄以什麼分隔？</translation>
    </message>
    <message>
        <source>What does each column mean? Choose it over the first rows: a time and a price at least.</source>
        <translation>各欄代表什麼？請在前幾列上方選擇：至少要有時間和價格。</translation>
    </message>
    <message>
        <source>Which number is meant?</source>
        <translation>這是哪個數字？</translation>
    </message>
    <message>
        <source>Which day is meant?</source>
        <translation>這是哪一天？</translation>
    </message>
    <message>
        <source>Which asset are these prices of?</source>
        <translation>這些是哪個資產的價格？</translation>
    </message>
    <message>
        <source>{text} is {meaning}</source>
        <translation>{text} 是 {meaning}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>定位字元</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>直線</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), first: {words}</source>
        <translation>
            <numerusform>%n 列，第一個：{words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say the same twice and count once.</source>
        <translation>
            <numerusform>%n 列重複，只計一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local time(s) fall into a clock change; the offset before it counts.</source>
        <translation>
            <numerusform>%n 個當地時間落在時制轉換之際；以轉換前的時差為準。</numerusform>
        </translation>
    </message>
    <message>
        <source>Meaning of column {name}</source>
        <translation>「{name}」欄的意義</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>Asset of column {name}</source>
        <translation>「{name}」欄的資產</translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation>檔案內容判讀</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期順序</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數字格式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>told by the rows</source>
        <translation>由各列指明</translation>
    </message>
    <message>
        <source>What the file leaves open</source>
        <translation>檔案未說明之處</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待回答</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>They are right as they stand</source>
        <translation>現在這樣就對了</translation>
    </message>
    <message>
        <source>Asset of the prices</source>
        <translation>價格所屬資產</translation>
    </message>
    <message>
        <source>Use this asset</source>
        <translation>使用這個資產</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>尚未結束</translation>
    </message>
    <message>
        <source>What an import would do</source>
        <translation>匯入後的結果</translation>
    </message>
    <message>
        <source>Prices by asset</source>
        <translation>各資產價格</translation>
    </message>
    <message>
        <source>All or nothing</source>
        <translation>全部匯入，否則都不匯入</translation>
    </message>
    <message>
        <source>The good rows; the rejected ones can be saved to a file</source>
        <translation>只匯入正確的列；退回的列可另存檔案</translation>
    </message>
    <message>
        <source>Outside this profile</source>
        <translation>設定檔以外</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>監看的資料夾</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>New price files in it are imported by themselves.</source>
        <translation>其中新的價格檔案會自動匯入。</translation>
    </message>
    <message>
        <source>Sign of life</source>
        <translation>存活訊號</translation>
    </message>
    <message>
        <source>Asked every five minutes while the watch is well; where it stays away, that service tells you.</source>
        <translation>監看正常時每五分鐘連線一次；一旦中斷，該服務會通知你。</translation>
    </message>
    <message>
        <source>State of the watch</source>
        <translation>監看狀態</translation>
    </message>
    <message>
        <source>The watch has ended: no alert rings any more. Quit Plimsoll and start it again.</source>
        <translation>監看已停止：不會再有任何警示響起。請結束 Plimsoll 後重新開啟。</translation>
    </message>
    <message>
        <source>The watch stands still: nothing was looked at for {time}. Look at your platforms.</source>
        <translation>監看停頓：已有 {time} 沒有檢查任何項目。請查看你的平台。</translation>
    </message>
    <message>
        <source>Value over the price at the end</source>
        <translation>到期價格對應的價值</translation>
    </message>
    <message>
        <source>at {price}: {value}; without it {other}</source>
        <translation>價格 {price}：{value}；不參與則為 {other}</translation>
    </message>
    <message>
        <source>Edit position</source>
        <translation>編輯部位</translation>
    </message>
    <message>
        <source>Add a position</source>
        <translation>新增部位</translation>
    </message>
    <message>
        <source>Kind of position</source>
        <translation>部位種類</translation>
    </message>
    <message>
        <source>such as USDT savings</source>
        <translation>例如 USDT 活期</translation>
    </message>
    <message>
        <source>such as 1000</source>
        <translation>例如 1000</translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation>收益條件</translation>
    </message>
    <message>
        <source>Printed rate a year, %</source>
        <translation>標示年利率（%）</translation>
    </message>
    <message>
        <source>such as 3.65</source>
        <translation>例如 3.65</translation>
    </message>
    <message>
        <source>without compounding (APR)</source>
        <translation>不計複利（APR）</translation>
    </message>
    <message>
        <source>with compounding (APY)</source>
        <translation>計複利（APY）</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>從現在起</translation>
    </message>
    <message>
        <source>in place of the last one</source>
        <translation>取代上一個</translation>
    </message>
    <message>
        <source>The rate is told</source>
        <translation>利率的表示方式</translation>
    </message>
    <message>
        <source>Another rate holds</source>
        <translation>新利率適用</translation>
    </message>
    <message>
        <source>A floating rate follows</source>
        <translation>浮動利率跟隨</translation>
    </message>
    <message>
        <source>no one: I enter each change</source>
        <translation>不跟隨：由我輸入每次變動</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>時間（UTC）</translation>
    </message>
    <message>
        <source>Payout or transfer</source>
        <translation>發放或轉入轉出</translation>
    </message>
    <message>
        <source>Interest or a reward arrived</source>
        <translation>收到利息或獎勵</translation>
    </message>
    <message>
        <source>More was put in</source>
        <translation>追加投入</translation>
    </message>
    <message>
        <source>Some was taken out</source>
        <translation>部分贖回</translation>
    </message>
    <message>
        <source>such as 0.35</source>
        <translation>例如 0.35</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>結清部位</translation>
    </message>
    <message>
        <source>It earns nothing from then on and is counted no more; what it earned stays in the income.</source>
        <translation>此後不再生息，也不再計入；已得收益仍保留在收入中。</translation>
    </message>
    <message>
        <source>a year, without compounding (APR)</source>
        <translation>每年，不計複利（APR）</translation>
    </message>
    <message>
        <source>a year, with compounding (APY)</source>
        <translation>每年，計複利（APY）</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>每小時</translation>
    </message>
    <message>
        <source>Rate, %</source>
        <translation>利率（%）</translation>
    </message>
    <message>
        <source>The rate is for</source>
        <translation>利率期間</translation>
    </message>
    <message>
        <source>APR = rate of a posting × n; APY = (1 + rate of a posting)^n − 1; simple interest = amount × rate × time.</source>
        <translation>APR = 每期利率 × n；APY = (1 + 每期利率)^n − 1；單利 = 金額 × 利率 × 時間。</translation>
    </message>
    <message>
        <source>Rate an hour</source>
        <translation>每小時利率</translation>
    </message>
    <message>
        <source>Peer loan, lent and borrowed</source>
        <translation>點對點借貸（出借與借入）</translation>
    </message>
    <message>
        <source>Rate a month of 30 days, %</source>
        <translation>每 30 天的月利率（%）</translation>
    </message>
    <message>
        <source>Lender pays of the interest, %</source>
        <translation>出借人須付的利息分成（%）</translation>
    </message>
    <message>
        <source>Borrower pays upfront, % of the loan</source>
        <translation>借款人預付費用（占借款 %）</translation>
    </message>
    <message>
        <source>Interest = amount × rate × days / 30; a month counts as 30 days, whatever the calendar says.</source>
        <translation>利息 = 金額 × 利率 × 天數 / 30；不論日曆如何，一個月以 30 天計。</translation>
    </message>
    <message>
        <source>Interest of the term</source>
        <translation>整期利息</translation>
    </message>
    <message>
        <source>Left to the lender</source>
        <translation>出借人實得</translation>
    </message>
    <message>
        <source>Lender&apos;s rate a year (APR)</source>
        <translation>出借人年利率（APR）</translation>
    </message>
    <message>
        <source>Borrower is paid out</source>
        <translation>借款人實收</translation>
    </message>
    <message>
        <source>Borrower pays in all</source>
        <translation>借款人總成本</translation>
    </message>
    <message>
        <source>Borrower&apos;s rate a year (APR)</source>
        <translation>借款人年利率（APR）</translation>
    </message>
    <message>
        <source>Borrower&apos;s effective rate a year</source>
        <translation>借款人實際年利率</translation>
    </message>
    <message>
        <source>at each full hour that it is open</source>
        <translation>每到整點仍未還</translation>
    </message>
    <message>
        <source>for each started hour</source>
        <translation>不足一小時以一小時計</translation>
    </message>
    <message>
        <source>for completed hours</source>
        <translation>滿一小時才計</translation>
    </message>
    <message>
        <source>Margin borrowed by the hour</source>
        <translation>按小時計息的槓桿借款</translation>
    </message>
    <message>
        <source>Rate an hour, %</source>
        <translation>小時利率（%）</translation>
    </message>
    <message>
        <source>Borrowed at minute of its hour</source>
        <translation>借入時是該小時的第幾分</translation>
    </message>
    <message>
        <source>Open for, minutes</source>
        <translation>持續時間（分鐘）</translation>
    </message>
    <message>
        <source>Interest is charged</source>
        <translation>計息方式</translation>
    </message>
    <message>
        <source>Interest = amount × rate × hours charged; with compounding, amount × ((1 + rate)^hours − 1).</source>
        <translation>利息 = 金額 × 利率 × 計息小時數；複利為 金額 × ((1 + 利率)^小時數 − 1)。</translation>
    </message>
    <message>
        <source>Hours charged</source>
        <translation>計息小時數</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>每日利率</translation>
    </message>
    <message>
        <source>Rate a year without compounding (APR)</source>
        <translation>年利率，不計複利（APR）</translation>
    </message>
    <message>
        <source>Rate a year with compounding (APY)</source>
        <translation>年收益率，計複利（APY）</translation>
    </message>
    <message>
        <source>What an NFT would bring</source>
        <translation>NFT 能賣得多少</translation>
    </message>
    <message>
        <source>Best bid under it, %</source>
        <translation>最高出價低於最低要價（%）</translation>
    </message>
    <message>
        <source>Fee of the market, %</source>
        <translation>市場手續費（%）</translation>
    </message>
    <message>
        <source>Proceeds = lowest ask × (1 − spread) × (1 − royalty − fee).</source>
        <translation>所得 = 最低要價 × (1 − 價差) × (1 − 版稅 − 手續費)。</translation>
    </message>
    <message>
        <source>Royalty</source>
        <translation>版稅</translation>
    </message>
    <message>
        <source>Fee of the market</source>
        <translation>市場手續費</translation>
    </message>
    <message>
        <source>Lost against the lowest ask</source>
        <translation>比最低要價少</translation>
    </message>
    <message>
        <source>Proceeds</source>
        <translation>所得</translation>
    </message>
    <message>
        <source>Interest of the first day</source>
        <translation>首日利息</translation>
    </message>
    <message>
        <source>Interest with compounding</source>
        <translation>複利利息</translation>
    </message>
    <message>
        <source>Interest without compounding</source>
        <translation>單利利息</translation>
    </message>
    <message>
        <source>Days of the term</source>
        <translation>期限（天）</translation>
    </message>
    <message>
        <source>Left after, days</source>
        <translation>持有天數</translation>
    </message>
    <message>
        <source>Interest = amount × rate × days / 365. Leaving early pays by the rule of the product: compare them here.</source>
        <translation>利息 = 金額 × 利率 × 天數 / 365。提前贖回依產品規則計付，可在此比較。</translation>
    </message>
    <message>
        <source>Left early: {rule}</source>
        <translation>提前贖回：{rule}</translation>
    </message>
    <message>
        <source>{paid}, gives away {cost}</source>
        <translation>{paid}，損失 {cost}</translation>
    </message>
    <message>
        <source>Interest accrued when left</source>
        <translation>贖回時應計利息</translation>
    </message>
    <message>
        <source>Interest of the whole term</source>
        <translation>整期利息</translation>
    </message>
    <message>
        <source>Paid at the end</source>
        <translation>到期支付</translation>
    </message>
    <message>
        <source>Offline after, days</source>
        <translation>離線開始（天後）</translation>
    </message>
    <message>
        <source>Offline for, days</source>
        <translation>離線天數</translation>
    </message>
    <message>
        <source>Slashed after, days</source>
        <translation>罰沒發生（天後）</translation>
    </message>
    <message>
        <source>Slashed, % of the stake</source>
        <translation>罰沒比例（占質押 %）</translation>
    </message>
    <message>
        <source>Rewards are staked again</source>
        <translation>獎勵續投</translation>
    </message>
    <message>
        <source>Reward of a day = stake × rate / 365 × (1 − commission); real yield = (1 + rate) / (1 + inflation) − 1.</source>
        <translation>每日獎勵 = 質押量 × 利率 / 365 × (1 − 佣金)；實質收益率 = (1 + 利率) / (1 + 通膨) − 1。</translation>
    </message>
    <message>
        <source>Rate a year after commission</source>
        <translation>扣除佣金後年利率</translation>
    </message>
    <message>
        <source>The same less inflation</source>
        <translation>再扣除通膨</translation>
    </message>
    <message>
        <source>Days with rewards</source>
        <translation>有獎勵的天數</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>獎勵</translation>
    </message>
    <message>
        <source>Slashed</source>
        <translation>罰沒</translation>
    </message>
    <message>
        <source>Gain or loss</source>
        <translation>盈虧</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>最終</translation>
    </message>
    <message>
        <source>Share = value of the token / value of everything else there. Tiers as of {day}, from {source}.</source>
        <translation>占比 = 代幣價值 / 該平台其他資產價值。等級截至 {day}，來源：{source}。</translation>
    </message>
    <message>
        <source>Loyalty token</source>
        <translation>平台代幣</translation>
    </message>
    <message>
        <source>Tokens held</source>
        <translation>持有代幣數</translation>
    </message>
    <message>
        <source>Price of a token</source>
        <translation>代幣價格</translation>
    </message>
    <message>
        <source>Everything else there is worth</source>
        <translation>該平台其他資產價值</translation>
    </message>
    <message>
        <source>LTV, %</source>
        <translation>LTV（%）</translation>
    </message>
    <message>
        <source>Tokens missing for {tier}</source>
        <translation>距離 {tier} 尚缺代幣</translation>
    </message>
    <message>
        <source>Value of the token</source>
        <translation>代幣價值</translation>
    </message>
    <message>
        <source>Its share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Tier is lost under a price of</source>
        <translation>低於此價格即降級</translation>
    </message>
    <message>
        <source>Borrowing rate a year</source>
        <translation>借款年利率</translation>
    </message>
    <message>
        <source>Amount put in</source>
        <translation>投入數量</translation>
    </message>
    <message>
        <source>Price at the end</source>
        <translation>到期價格</translation>
    </message>
    <message>
        <source>Sell high: A(1 + r) of the coin below the strike K, A·K(1 + r) of the currency from K on. Buy low: A(1 + r) of the currency above K, A/K(1 + r) of the coin up to K.</source>
        <translation>高賣：低於履約價 K 得 A(1 + r) 幣，達到 K 得 A·K(1 + r) 計價幣。低買：高於 K 得 A(1 + r) 計價幣，不高於 K 得 A/K(1 + r) 幣。</translation>
    </message>
    <message>
        <source>The strike decides</source>
        <translation>是否行使</translation>
    </message>
    <message>
        <source>yes: the other coin is paid</source>
        <translation>是：以另一幣種支付</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Paid in the coin</source>
        <translation>以幣支付</translation>
    </message>
    <message>
        <source>Paid in the currency</source>
        <translation>以計價幣支付</translation>
    </message>
    <message>
        <source>Worth in the currency</source>
        <translation>折合計價幣</translation>
    </message>
    <message>
        <source>strike</source>
        <translation>履約價</translation>
    </message>
    <message>
        <source>Within the range the rate runs in a straight line from the near to the far edge; interest = amount × rate × days / 365.</source>
        <translation>在區間內，利率由近端到遠端成直線變化；利息 = 金額 × 利率 × 天數 / 365。</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Coins put in, with as much of the other</source>
        <translation>投入幣數，另一幣種等值</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>目前價格</translation>
    </message>
    <message>
        <source>Impermanent loss = 2·√k / (1 + k) − 1, where k = price now / price at entry.</source>
        <translation>無常損失 = 2·√k / (1 + k) − 1，其中 k = 目前價格 / 進場價格。</translation>
    </message>
    <message>
        <source>Worth if both were held</source>
        <translation>單純持有的價值</translation>
    </message>
    <message>
        <source>Worth in the pool</source>
        <translation>池中的價值</translation>
    </message>
    <message>
        <source>Impermanent loss</source>
        <translation>無常損失</translation>
    </message>
    <message>
        <source>The same in the other coin</source>
        <translation>折合另一幣種</translation>
    </message>
    <message>
        <source>Fees that make up for it</source>
        <translation>可彌補的手續費收入</translation>
    </message>
    <message>
        <source>Against holding, fees and costs counted</source>
        <translation>與持有相比（計入收入與成本）</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>進場</translation>
    </message>
    <message>
        <source>Funding rate of a settlement, %</source>
        <translation>每次結算資金費率（%）</translation>
    </message>
    <message>
        <source>Days, three settlements each</source>
        <translation>天數（每日結算三次）</translation>
    </message>
    <message>
        <source>Liquidation where margin ± amount × (P − entry) = maintenance × amount × P. A long pays amount × price × rate where the rate is positive, a short receives it.</source>
        <translation>當 保證金 ± 數量 × (P − 開倉價) = 維持保證金率 × 數量 × P 時清算。費率為正時，多方支付 數量 × 價格 × 費率，空方收取。</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>權益</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>槓桿</translation>
    </message>
    <message>
        <source>Funding received (minus: paid)</source>
        <translation>收到的資金費（負：支付）</translation>
    </message>
    <message>
        <source>Funding rate by the year</source>
        <translation>年化資金費率</translation>
    </message>
    <message>
        <source>Distance to liquidation</source>
        <translation>距離清算</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>清算價格</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>position</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Summed by</source>
        <translation>彙總單位</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>day, the last 90</source>
        <translation>日（最近 90 天）</translation>
    </message>
    <message>
        <source>A payout more than 1% off what was earned is marked.</source>
        <translation>與應得相差超過 1% 的發放會標示。</translation>
    </message>
    <message>
        <source>Nothing yet. What positions earn and loans cost appears here, beside the payouts you enter.</source>
        <translation>尚無內容。部位的收益與貸款的成本會列在這裡，並與你輸入的入帳對照。</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>價值走勢</translation>
    </message>
    <message>
        <source>Loyalty tiers</source>
        <translation>會員等級</translation>
    </message>
    <message>
        <source>No programme applies: once something lies with a venue that has one, your tier stands here.</source>
        <translation>目前沒有適用的方案：在有會員方案的平台上有資產後，你的等級會顯示在這裡。</translation>
    </message>
    <message>
        <source>Tiers as of {day}, from {source}.</source>
        <translation>等級資料日期 {day}，來源 {source}。</translation>
    </message>
    <message>
        <source>Everything there is worth less than {least}: after {days} days the rate is {rate}.</source>
        <translation>在該平台的總值低於 {least}：滿 {days} 天後利率為 {rate}。</translation>
    </message>
    <message>
        <source>Share of the token</source>
        <translation>代幣占比</translation>
    </message>
    <message>
        <source>{units} {token} against everything else there</source>
        <translation>{units} {token}，相對於該平台其他資產</translation>
    </message>
    <message>
        <source>no loan at present</source>
        <translation>目前沒有貸款</translation>
    </message>
    <message>
        <source>under an LTV of {edge}: {loans}</source>
        <translation>LTV 低於 {edge}：{loans}</translation>
    </message>
    <message>
        <source>Lower rate a year</source>
        <translation>較低的年利率</translation>
    </message>
    <message>
        <source>Returns of</source>
        <translation>報酬對象</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>No price on some days: {assets}.</source>
        <translation>部分日期缺價：{assets}。</translation>
    </message>
    <message>
        <source>Money-weighted return a year (XIRR)</source>
        <translation>資金加權年報酬率（XIRR）</translation>
    </message>
    <message>
        <source>The yearly rate at which everything put in and taken out is worth nothing today.</source>
        <translation>使所有投入與取出的現值合計為零的年利率。</translation>
    </message>
    <message>
        <source>Time-weighted return</source>
        <translation>時間加權報酬率</translation>
    </message>
    <message>
        <source>Growth since the start, with every day weighing alike: what was put in or taken out is no gain.</source>
        <translation>自開始以來的成長，每天權重相同：投入與取出都不算獲利。</translation>
    </message>
    <message>
        <source>Deepest fall from a peak</source>
        <translation>最大回撤</translation>
    </message>
    <message>
        <source>The largest loss between a peak of that growth and what followed.</source>
        <translation>該成長曲線從高點到其後低點的最大損失。</translation>
    </message>
    <message>
        <source>Under its peak now</source>
        <translation>目前低於高點</translation>
    </message>
    <message>
        <source>How far that growth lies under its highest point today.</source>
        <translation>該成長曲線目前距最高點的差距。</translation>
    </message>
    <message>
        <source>Volatility a year</source>
        <translation>年化波動率</translation>
    </message>
    <message>
        <source>Standard deviation of the daily log returns times √365; needs 30 days.</source>
        <translation>每日對數報酬的標準差乘以 √365；需 30 天資料。</translation>
    </message>
    <message>
        <source>Value at risk, a day, 95%</source>
        <translation>風險值（單日，95%）</translation>
    </message>
    <message>
        <source>What today&apos;s amounts would have lost at least on the worst 5% of the days of their history.</source>
        <translation>以目前數量回看歷史，最差 5% 的日子至少損失多少。</translation>
    </message>
    <message>
        <source>Expected shortfall, a day, 95%</source>
        <translation>預期短缺（單日，95%）</translation>
    </message>
    <message>
        <source>What they would have lost on average on those days.</source>
        <translation>在那些日子平均損失多少。</translation>
    </message>
    <message>
        <source>below −99.99%</source>
        <translation>低於 −99.99%</translation>
    </message>
    <message>
        <source>over 1,000,000 times</source>
        <translation>超過 1,000,000 倍</translation>
    </message>
    <message>
        <source>Edit credit line</source>
        <translation>編輯信用額度</translation>
    </message>
    <message>
        <source>Add a credit line</source>
        <translation>新增信用額度</translation>
    </message>
    <message>
        <source>Money that you may still draw. What is drawn counts as debt, what is left as reserve.</source>
        <translation>你還可以動用的額度。已動用的計為負債，剩下的計為備用金。</translation>
    </message>
    <message>
        <source>such as Overdraft</source>
        <translation>例如透支額度</translation>
    </message>
    <message>
        <source>Platform or bank</source>
        <translation>平台或銀行</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>額度上限</translation>
    </message>
    <message>
        <source>Drawn already</source>
        <translation>已動用</translation>
    </message>
    <message>
        <source>Set aside as reserve</source>
        <translation>列為備用金</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>如何動用</translation>
    </message>
    <message>
        <source>Edit dependency</source>
        <translation>編輯依賴關係</translation>
    </message>
    <message>
        <source>Add a dependency</source>
        <translation>新增依賴關係</translation>
    </message>
    <message>
        <source>What a platform holds with another, or lent to it, is lost to it once that one fails.</source>
        <translation>平台存放於另一平台或借給它的資產，一旦該平台倒閉便會損失。</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>依賴</translation>
    </message>
    <message>
        <source>With the share of its assets, %</source>
        <translation>占其資產的比例（%）</translation>
    </message>
    <message>
        <source>choose or type a new one</source>
        <translation>選擇或輸入新的</translation>
    </message>
    <message>
        <source>Reserve: {money} within {time}</source>
        <translation>備用金：{time}內可動用 {money}</translation>
    </message>
    <message>
        <source>{money} reachable in time</source>
        <translation>{money} 可及時動用</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>集中度</translation>
    </message>
    <message>
        <source>Reviews due</source>
        <translation>待檢視</translation>
    </message>
    <message>
        <source>Parts of Platforms</source>
        <translation>平台頁的分頁</translation>
    </message>
    <message>
        <source>If one fails</source>
        <translation>若有平台倒閉</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Choose a platform in the table first.</source>
        <translation>請先在表格中選擇平台。</translation>
    </message>
    <message>
        <source>Checked today, no change</source>
        <translation>今天已檢視，無變動</translation>
    </message>
    <message>
        <source>{name} was looked at today; the next review is on {day}.</source>
        <translation>今天已檢視 {name}；下次檢視為 {day}。</translation>
    </message>
    <message>
        <source>Herfindahl index; your limit is {limit}</source>
        <translation>赫芬達爾指數；你的上限為 {limit}</translation>
    </message>
    <message>
        <source>no re-pledging is entered</source>
        <translation>未填寫再質押資料</translation>
    </message>
    <message>
        <source>{platform}: {money} of claims on your collateral there</source>
        <translation>{platform}：對你在該處的抵押品共有 {money} 的請求權</translation>
    </message>
    <message>
        <source>next: {platform} on {day}</source>
        <translation>下一個：{platform}，{day}</translation>
    </message>
    <message>
        <source>Reviews to come</source>
        <translation>即將到來的檢視</translation>
    </message>
    <message>
        <source>No platform yet.</source>
        <translation>尚無平台。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>檢視紀錄</translation>
    </message>
    <message>
        <source>No review yet: what changes in a platform&apos;s facts is kept here with its old and new value.</source>
        <translation>尚無檢視紀錄：平台資料的變動會連同舊值與新值留存在這裡。</translation>
    </message>
    <message>
        <source>{share}, over</source>
        <translation>{share}，超過</translation>
    </message>
    <message>
        <source>Share / limit</source>
        <translation>占比／上限</translation>
    </message>
    <message>
        <source>Of net worth</source>
        <translation>占淨值</translation>
    </message>
    <message>
        <source>Re-pledges</source>
        <translation>再質押</translation>
    </message>
    <message>
        <source>Hidden leverage</source>
        <translation>隱藏槓桿</translation>
    </message>
    <message>
        <source>Claims on your collateral there for each unit of it, along the chain of re-pledges.</source>
        <translation>沿著再質押鏈，你在該處的每單位抵押品上有多少請求權。</translation>
    </message>
    <message>
        <source>Proof of reserves</source>
        <translation>儲備證明</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保險</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>稽核</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>條款</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>仍須償還</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>被追繳</translation>
    </message>
    <message>
        <source>With</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>未設定日期</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>下次檢視</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation>上次檢視</translation>
    </message>
    <message>
        <source>looked at, no change</source>
        <translation>已檢視，無變動</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>變動前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>變動後</translation>
    </message>
    <message>
        <source>What is set aside for top-ups and repayments, how fast it is here, and the fall that it can cure.</source>
        <translation>為補倉與還款預留的資產、多快能到位，以及能應付多大的跌幅。</translation>
    </message>
    <message>
        <source>Enter what you could use in a fall: stablecoins, coins in a wallet, savings, a credit line.</source>
        <translation>輸入下跌時可動用的資產：穩定幣、錢包裡的幣、活期理財、信用額度。</translation>
    </message>
    <message>
        <source>Reachable in time</source>
        <translation>可及時動用</translation>
    </message>
    <message>
        <source>Gap at your fall</source>
        <translation>你設定跌幅下的缺口</translation>
    </message>
    <message>
        <source>The plan costs</source>
        <translation>計畫成本</translation>
    </message>
    <message>
        <source>Need and reachable reserve</source>
        <translation>所需金額與可動用備用金</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Nothing is set aside yet: tick it in a holding, a position or a credit line.</source>
        <translation>尚未預留：請在持有、部位或信用額度中勾選。</translation>
    </message>
    <message>
        <source>Loans after the fall</source>
        <translation>下跌後的貸款</translation>
    </message>
    <message>
        <source>No open loan can be called by a price.</source>
        <translation>沒有會因價格而被追繳的貸款。</translation>
    </message>
    <message>
        <source>Everything that is held is set aside.</source>
        <translation>所有持有皆已列為備用金。</translation>
    </message>
    <message>
        <source>Parts of Reserve</source>
        <translation>備用金頁的分頁</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>every called loan brought to its target in time</source>
        <translation>每筆被追繳的貸款都能及時回到目標</translation>
    </message>
    <message>
        <source>every loan kept under its margin call in time</source>
        <translation>每筆貸款都能及時保持在追繳線之下</translation>
    </message>
    <message>
        <source>within the longest window, after costs</source>
        <translation>在最長的補倉期限內，已扣成本</translation>
    </message>
    <message>
        <source>{items}, {missing} without a price</source>
        <translation>{items}，其中 {missing} 個缺價</translation>
    </message>
    <message>
        <source>at a fall of {fall}, all loans together</source>
        <translation>跌幅 {fall}，所有貸款合計</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 個步驟</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an item in the table first.</source>
        <translation>請先在表格中選擇項目。</translation>
    </message>
    <message>
        <source>A position is removed on the Earn page.</source>
        <translation>部位請在「收益」頁移除。</translation>
    </message>
    <message>
        <source>credit line</source>
        <translation>信用額度</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>缺價</translation>
    </message>
    <message>
        <source>cannot be had</source>
        <translation>無法動用</translation>
    </message>
    <message>
        <source>{time} at {cost}</source>
        <translation>{time}，損失 {cost}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{share} for leaving early</source>
        <translation>提前解約 {share}</translation>
    </message>
    <message>
        <source>{share} for spread and conversion</source>
        <translation>價差與兌換 {share}</translation>
    </message>
    <message>
        <source>{fee} for each withdrawal</source>
        <translation>每次提領 {fee}</translation>
    </message>
    <message>
        <source>the worse of {assets}</source>
        <translation>取 {assets} 中較差者</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>平台內</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>不相符</translation>
    </message>
    <message>
        <source>It lies with {platform} already: no network is needed.</source>
        <translation>已在 {platform}：不需經過網路。</translation>
    </message>
    <message>
        <source>Send {amount} {asset} first and wait until it is seen there, then the rest.</source>
        <translation>先轉 {amount} {asset}，確認入帳後再轉其餘。</translation>
    </message>
    <message>
        <source>With a test it arrives after {time}, later than the window: there is time for one transfer only.</source>
        <translation>若先測試，將在 {time}後到達，超過補倉期限：時間只夠轉一次。</translation>
    </message>
    <message>
        <source>Repay {amount} {asset} of {loan}.</source>
        <translation>償還 {loan} 的 {amount} {asset}。</translation>
    </message>
    <message>
        <source>At most {amount} a day may leave: this is one of several parts.</source>
        <translation>每天最多可轉出 {amount}：這是其中一部分。</translation>
    </message>
    <message>
        <source>Wait until {item} ends, which saves the cost of leaving early, and take out {units}.</source>
        <translation>等到 {item} 到期，可省下提前解約的成本，再取出 {units}。</translation>
    </message>
    <message>
        <source>Draw {units} on {item}.</source>
        <translation>動用 {item} 的 {units}。</translation>
    </message>
    <message>
        <source>Take {units} out of {item}.</source>
        <translation>從 {item} 取出 {units}。</translation>
    </message>
    <message>
        <source>Networks are not known at both ends ({sends} / {takes}): enter them on the Platforms page.</source>
        <translation>兩端的網路不完整（{sends}／{takes}）：請在「平台」頁填寫。</translation>
    </message>
    <message>
        <source>No network in common: it leaves by {sends}, the lender takes {takes}. What is sent wrongly is lost.</source>
        <translation>沒有共同的網路：從 {sends} 轉出，放款方只收 {takes}。轉錯網路的資產會遺失。</translation>
    </message>
    <message>
        <source>Network: {names}.</source>
        <translation>網路：{names}。</translation>
    </message>
    <message>
        <source>Memo or tag on {network}: {memo}. Without it the money is not credited.</source>
        <translation>{network} 的備註或標籤：{memo}。沒有填寫便不會入帳。</translation>
    </message>
    <message>
        <source>Expected at {when}.</source>
        <translation>預計 {when} 到達。</translation>
    </message>
    <message>
        <source>Expected at {when}; the window ends at {due} if the call came now.</source>
        <translation>預計 {when} 到達；若現在被追繳，期限為 {due}。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Falls with the market</source>
        <translation>隨市場下跌</translation>
    </message>
    <message>
        <source>The share of a fall that its price takes; stablecoins and cash take none.</source>
        <translation>其價格承受跌幅的比例；穩定幣與現金不受影響。</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相關性</translation>
    </message>
    <message>
        <source>Of its daily moves with those of the collateral, from the prices kept here.</source>
        <translation>其每日變動與抵押品的相關係數，依此處留存的價格計算。</translation>
    </message>
    <message>
        <source>To loan</source>
        <translation>給貸款</translation>
    </message>
    <message>
        <source>Arrives, of</source>
        <translation>到達／期限</translation>
    </message>
    <message>
        <source>When it has arrived, and how long the lender waits.</source>
        <translation>何時到達，以及放款方等多久。</translation>
    </message>
    <message>
        <source>LTV after</source>
        <translation>之後的 LTV</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>endless</source>
        <translation>無限大</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>{time} (yours)</source>
        <translation>{time}（你的假設）</translation>
    </message>
    <message>
        <source>LTV after the fall</source>
        <translation>下跌後的 LTV</translation>
    </message>
    <message>
        <source>Call at</source>
        <translation>追繳線</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Lacks</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>LTV with the plan</source>
        <translation>依計畫後的 LTV</translation>
    </message>
    <message>
        <source>Sold at once from</source>
        <translation>直接清算的跌幅</translation>
    </message>
    <message>
        <source>A fall so deep in one go reaches liquidation before anything can arrive.</source>
        <translation>一次跌這麼深會在資金到達前就觸及清算。</translation>
    </message>
    <message>
        <source>Your reserve has {money} within {time}.</source>
        <translation>你的備用金在 {time}內有 {money} 可動用。</translation>
    </message>
    <message>
        <source>{value} is not a time of day; write it like 05:00.</source>
        <translation>「{value}」不是時刻；請寫成 05:00。</translation>
    </message>
    <message>
        <source>{value} names no network; write a line like USDT: TRC-20, ERC-20.</source>
        <translation>「{value}」沒有網路名稱；請寫成 USDT: TRC-20, ERC-20。</translation>
    </message>
    <message>
        <source>{value} is out of bounds; the most is {most}.</source>
        <translation>{value} 超出範圍；最多為 {most}。</translation>
    </message>
    <message>
        <source>There is no holding {value}.</source>
        <translation>沒有持有 {value}。</translation>
    </message>
    <message>
        <source>There is no credit line {value}.</source>
        <translation>沒有信用額度 {value}。</translation>
    </message>
    <message>
        <source>{value} is drawn already; the limit must not be smaller.</source>
        <translation>已動用 {value}；額度不可更小。</translation>
    </message>
    <message>
        <source>A platform does not depend on itself; choose two.</source>
        <translation>平台不會依賴自己；請選擇兩個。</translation>
    </message>
    <message>
        <source>{value} would depend with {share} % on others; together at most 100 %.</source>
        <translation>{value} 對其他平台的依賴將達 {share} %；合計最多 100 %。</translation>
    </message>
    <message>
        <source>Export: {name}</source>
        <translation>匯出：{name}</translation>
    </message>
    <message>
        <source>Nothing is due: deposits that end, stakes that unlock, payouts, repayments and reviews appear here.</source>
        <translation>沒有到期事項：定存到期、質押解鎖、派息、還款與檢視會顯示在這裡。</translation>
    </message>
    <message>
        <source>Need and reachable reserve over the fall</source>
        <translation>各跌幅下的所需金額與可動用備用金</translation>
    </message>
    <message>
        <source>need</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>reachable in time</source>
        <translation>可及時動用</translation>
    </message>
    <message>
        <source>covered to {fall}</source>
        <translation>可應付至 {fall}</translation>
    </message>
    <message>
        <source>fall {fall}: needs {need}, reachable {have}</source>
        <translation>跌幅 {fall}：需要 {need}，可動用 {have}</translation>
    </message>
    <message>
        <source>{loan} lacks {money}</source>
        <translation>{loan} 不足 {money}</translation>
    </message>
    <message>
        <source>Who depends on whom</source>
        <translation>誰依賴誰</translation>
    </message>
    <message>
        <source>depends on {platform} with {share}</source>
        <translation>有 {share} 依賴 {platform}</translation>
    </message>
    <message>
        <source>Platform: {name}</source>
        <translation>平台：{name}</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>若其倒閉</translation>
    </message>
    <message>
        <source>Where this is from</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Your limit, % of all assets</source>
        <translation>你的上限（占全部資產 %）</translation>
    </message>
    <message>
        <source>empty: the usual one</source>
        <translation>空白：一般上限</translation>
    </message>
    <message>
        <source>version or address</source>
        <translation>版本或網址</translation>
    </message>
    <message>
        <source>Last proof of reserves</source>
        <translation>最近的儲備證明</translation>
    </message>
    <message>
        <source>such as 2026-06-30</source>
        <translation>例如 2026-06-30</translation>
    </message>
    <message>
        <source>Share that is pledged on, %</source>
        <translation>再質押的比例（%）</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>幾層</translation>
    </message>
    <message>
        <source>Fails once it loses, % of its assets</source>
        <translation>損失資產達多少 % 即倒閉</translation>
    </message>
    <message>
        <source>empty: never in the model</source>
        <translation>空白：模型中不倒閉</translation>
    </message>
    <message>
        <source>Comes back after a failure, %</source>
        <translation>倒閉後可取回（%）</translation>
    </message>
    <message>
        <source>such as NEXO</source>
        <translation>例如 NEXO</translation>
    </message>
    <message>
        <source>Looked at on</source>
        <translation>檢視日期</translation>
    </message>
    <message>
        <source>Next review on</source>
        <translation>下次檢視日期</translation>
    </message>
    <message>
        <source>empty: after those days</source>
        <translation>空白：依間隔天數</translation>
    </message>
    <message>
        <source>Networks that it takes and sends</source>
        <translation>可收付的網路</translation>
    </message>
    <message>
        <source>A line an asset, memo or tag after #: USDT: TRC-20, ERC-20 or XRP: XRP Ledger #104392</source>
        <translation>每種資產一行，備註或標籤寫在 # 之後：USDT: TRC-20, ERC-20 或 XRP: XRP Ledger #104392</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Fee of a withdrawal, units</source>
        <translation>提領手續費（單位）</translation>
    </message>
    <message>
        <source>Spread and conversion, %</source>
        <translation>價差與兌換（%）</translation>
    </message>
    <message>
        <source>At most a day, units</source>
        <translation>每日上限（單位）</translation>
    </message>
    <message>
        <source>empty: no limit</source>
        <translation>空白：無上限</translation>
    </message>
    <message>
        <source>Handled once a day at</source>
        <translation>每日處理時刻</translation>
    </message>
    <message>
        <source>empty: at once</source>
        <translation>空白：立即</translation>
    </message>
    <message>
        <source>Share of a fall that it takes, %</source>
        <translation>承受跌幅的比例（%）</translation>
    </message>
    <message>
        <source>empty: by its kind</source>
        <translation>空白：依種類</translation>
    </message>
    <message>
        <source>empty: the platform&apos;s</source>
        <translation>空白：平台的網路</translation>
    </message>
    <message>
        <source>Lies on the chain</source>
        <translation>所在的鏈</translation>
    </message>
    <message>
        <source>empty: by its asset</source>
        <translation>空白：依資產</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不詳</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不會</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>有限度</translation>
    </message>
    <message>
        <source>freely</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>{now}, no limit</source>
        <translation>{now}，無上限</translation>
    </message>
    <message>
        <source>{now} of {most}</source>
        <translation>{now}／最多 {most}</translation>
    </message>
    <message>
        <source>fails first</source>
        <translation>最先倒閉</translation>
    </message>
    <message>
        <source>fails with it</source>
        <translation>隨之倒閉</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>安然無恙</translation>
    </message>
    <message>
        <source>loses, stands</source>
        <translation>受損但存活</translation>
    </message>
    <message>
        <source>fails in round {number}</source>
        <translation>第 {number} 輪倒閉</translation>
    </message>
    <message>
        <source>loses {share}, stands</source>
        <translation>損失 {share}，存活</translation>
    </message>
    <message>
        <source>by platform</source>
        <translation>依平台</translation>
    </message>
    <message>
        <source>by asset</source>
        <translation>依資產</translation>
    </message>
    <message>
        <source>by chain</source>
        <translation>依鏈</translation>
    </message>
    <message>
        <source>several chains or none</source>
        <translation>多條鏈或不在鏈上</translation>
    </message>
    <message>
        <source>Re-pledges collateral</source>
        <translation>再質押抵押品</translation>
    </message>
    <message>
        <source>Share that is pledged on</source>
        <translation>再質押的比例</translation>
    </message>
    <message>
        <source>Cushion</source>
        <translation>緩衝</translation>
    </message>
    <message>
        <source>Comes back after a failure</source>
        <translation>倒閉後可取回</translation>
    </message>
    <message>
        <source>Its own coin</source>
        <translation>自家代幣</translation>
    </message>
    <message>
        <source>Days between reviews</source>
        <translation>檢視間隔天數</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Nothing has a value yet.</source>
        <translation>尚無任何價值。</translation>
    </message>
    <message>
        <source>Your limits</source>
        <translation>你的上限</translation>
    </message>
    <message>
        <source>Largest platform, %</source>
        <translation>最大平台（%）</translation>
    </message>
    <message>
        <source>Largest asset, %</source>
        <translation>最大資產（%）</translation>
    </message>
    <message>
        <source>Largest chain, %</source>
        <translation>最大鏈（%）</translation>
    </message>
    <message>
        <source>Herfindahl index of platforms, %</source>
        <translation>平台的赫芬達爾指數（%）</translation>
    </message>
    <message>
        <source>{name} {share} · index {hhi} · like {count} equal parts</source>
        <translation>{name} {share} · 指數 {hhi} · 相當於 {count} 個等份</translation>
    </message>
    <message>
        <source>What if this platform fails:</source>
        <translation>若此平台倒閉：</translation>
    </message>
    <message>
        <source>What happens to each platform</source>
        <translation>各平台的情況</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依賴關係</translation>
    </message>
    <message>
        <source>No dependency is entered: add who holds assets with whom, or lends to whom.</source>
        <translation>尚未填寫依賴關係：請新增誰把資產存放或借給誰。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>無</translation>
    </message>
    <message>
        <source>An arrow goes from a platform to where it holds assets or has lent them. Choose who fails.</source>
        <translation>箭頭由平台指向它存放或借出資產的地方。請選擇倒閉者。</translation>
    </message>
    <message>
        <source>Lost {lost}, frozen {stuck}, still owed {owed}.</source>
        <translation>損失 {lost}，凍結 {stuck}，仍須償還 {owed}。</translation>
    </message>
    <message>
        <source>{coins} counted as worth nothing.</source>
        <translation>{coins} 以一文不值計。</translation>
    </message>
    <message>
        <source>Of it {money} lies elsewhere.</source>
        <translation>其中 {money} 在別處。</translation>
    </message>
    <message>
        <source>Called: {loans}.</source>
        <translation>被追繳：{loans}。</translation>
    </message>
    <message>
        <source>The reserve then covers a fall of {fall} for the loans that stand.</source>
        <translation>備用金屆時可為其餘貸款應付 {fall} 的跌幅。</translation>
    </message>
    <message>
        <source>Choose a dependency in the table first.</source>
        <translation>請先在表格中選擇依賴關係。</translation>
    </message>
    <message>
        <source>Nothing has to be done after such a fall.</source>
        <translation>這樣的跌幅不需任何動作。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>轉帳</translation>
    </message>
    <message>
        <source>Choose a step of the plan.</source>
        <translation>請選擇計畫中的步驟。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假設</translation>
    </message>
    <message>
        <source>Everything falls by, %</source>
        <translation>全部下跌（%）</translation>
    </message>
    <message>
        <source>Confidence, %</source>
        <translation>信心水準（%）</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>天數內</translation>
    </message>
    <message>
        <source>Window where none is named, h</source>
        <translation>未載明期限時（小時）</translation>
    </message>
    <message>
        <source>Cure down to the target</source>
        <translation>補倉至目標</translation>
    </message>
    <message>
        <source>Look at that fall</source>
        <translation>查看這個跌幅</translation>
    </message>
    <message>
        <source>A fall of {fall} takes {need}; suggested reserve {size}, {more} more than reaches the loans in time.</source>
        <translation>跌幅 {fall} 需要 {need}；建議備用金 {size}，比能及時到位的多 {more}。</translation>
    </message>
    <message>
        <source>A fall of {fall} takes {need}; what reaches the loans in time is enough.</source>
        <translation>跌幅 {fall} 需要 {need}；能及時到位的已足夠。</translation>
    </message>
    <message>
        <source>There is too little price history for a size by confidence: import prices.</source>
        <translation>價格歷史太少，無法依信心水準估算：請匯入價格。</translation>
    </message>
    <message>
        <source>In {confidence} of {windows} stretches of {days} days from {first} to {last} the collateral of today fell by at most {fall}.</source>
        <translation>從 {first} 到 {last} 的 {windows} 段 {days} 天期間，有 {confidence} 今日抵押品最多下跌 {fall}。</translation>
    </message>
    <message>
        <source>Without history: {assets}.</source>
        <translation>無歷史：{assets}。</translation>
    </message>
    <message>
        <source>It takes a reserve of {size}; {more} are missing.</source>
        <translation>需要備用金 {size}；尚缺 {more}。</translation>
    </message>
    <message>
        <source>It takes a reserve of {size}.</source>
        <translation>需要備用金 {size}。</translation>
    </message>
    <message>
        <source>Heat map of falls and loans</source>
        <translation>跌幅與貸款熱圖</translation>
    </message>
    <message>
        <source>{loan} after {fall}: LTV {ltv}, {state}</source>
        <translation>{loan}，下跌 {fall} 之後：LTV {ltv}，{state}</translation>
    </message>
    <message>
        <source>12 March 2020 again</source>
        <translation>重演 2020 年 3 月 12 日</translation>
    </message>
    <message>
        <source>19 May 2021 again</source>
        <translation>重演 2021 年 5 月 19 日</translation>
    </message>
    <message>
        <source>May 2022 again (LUNA)</source>
        <translation>重演 2022 年 5 月（LUNA）</translation>
    </message>
    <message>
        <source>November 2022 again (FTX)</source>
        <translation>重演 2022 年 11 月（FTX）</translation>
    </message>
    <message>
        <source>10 October 2025 again</source>
        <translation>重演 2025 年 10 月 10 日</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>全部一樣</translation>
    </message>
    <message>
        <source>by their beta on Bitcoin</source>
        <translation>依對比特幣的 Beta</translation>
    </message>
    <message>
        <source>as they are correlated</source>
        <translation>依相關性</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Nothing happens</source>
        <translation>沒有任何變化</translation>
    </message>
    <message>
        <source>Everything {move}</source>
        <translation>全部 {move}</translation>
    </message>
    <message>
        <source>Bitcoin {move}, the rest by beta</source>
        <translation>比特幣 {move}，其餘依 Beta</translation>
    </message>
    <message>
        <source>{moves}, the rest as correlated</source>
        <translation>{moves}，其餘依相關性</translation>
    </message>
    <message>
        <source>Rates +{points} points</source>
        <translation>利率 +{points} 個百分點</translation>
    </message>
    <message>
        <source>Rates {points} points</source>
        <translation>利率 {points} 個百分點</translation>
    </message>
    <message>
        <source>funding {share} a day</source>
        <translation>資金費率每日 {share}</translation>
    </message>
    <message>
        <source>Levels {points} points ({where})</source>
        <translation>風險線 {points} 個百分點（{where}）</translation>
    </message>
    <message>
        <source>{platforms} frozen</source>
        <translation>{platforms} 凍結</translation>
    </message>
    <message>
        <source>sales move prices</source>
        <translation>賣出會壓低價格</translation>
    </message>
    <message>
        <source>{level} {time}</source>
        <translation>{level} {time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小時</translation>
    </message>
    <message>
        <source>History, in runs of days</source>
        <translation>歷史，以連續多日為段</translation>
    </message>
    <message>
        <source>Fat tails (Student t)</source>
        <translation>厚尾分布（Student t）</translation>
    </message>
    <message>
        <source>Normal distribution</source>
        <translation>常態分布</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>種子 {seed}</translation>
    </message>
    <message>
        <source>{count} futures</source>
        <translation>{count} 種未來</translation>
    </message>
    <message>
        <source>{days} days ahead</source>
        <translation>往後 {days} 天</translation>
    </message>
    <message>
        <source>{days} days of history</source>
        <translation>{days} 天歷史</translation>
    </message>
    <message>
        <source>volatility and correlation from the table that comes along</source>
        <translation>波動率與相關性取自隨附的表</translation>
    </message>
    <message>
        <source>left out, no history: {names}</source>
        <translation>無歷史而略過：{names}</translation>
    </message>
    <message>
        <source>under {share}</source>
        <translation>低於 {share}</translation>
    </message>
    <message>
        <source>Change the scenario</source>
        <translation>變更情境</translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation>新增情境</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>such as Bad winter</source>
        <translation>例如：寒冬</translation>
    </message>
    <message>
        <source>such as ETH -40; USDT -10</source>
        <translation>例如 ETH -40; USDT -10</translation>
    </message>
    <message>
        <source>Single assets, %</source>
        <translation>個別資產，%</translation>
    </message>
    <message>
        <source>Rates, rules, platforms</source>
        <translation>利率、規則、平台</translation>
    </message>
    <message>
        <source>Sales and reserve</source>
        <translation>賣出與備用金</translation>
    </message>
    <message>
        <source>a straight line</source>
        <translation>直線變動</translation>
    </message>
    <message>
        <source>Prices go</source>
        <translation>價格走勢</translation>
    </message>
    <message>
        <source>Assets that are not named follow</source>
        <translation>未列出的資產如何跟隨</translation>
    </message>
    <message>
        <source>Over how many hours</source>
        <translation>歷時幾小時</translation>
    </message>
    <message>
        <source>Move of all others (or of Bitcoin), %</source>
        <translation>其餘資產（或比特幣）的變動，%</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有平台</translation>
    </message>
    <message>
        <source>Added to borrowing rates, points</source>
        <translation>借款利率增加，百分點</translation>
    </message>
    <message>
        <source>Funding a long pays a day, %</source>
        <translation>多單每日支付的資金費，%</translation>
    </message>
    <message>
        <source>Lenders move their levels by, points</source>
        <translation>平台調整風險線，百分點</translation>
    </message>
    <message>
        <source>such as -5</source>
        <translation>例如 -5</translation>
    </message>
    <message>
        <source>at</source>
        <translation>於</translation>
    </message>
    <message>
        <source>{platform} is frozen</source>
        <translation>{platform} 凍結</translation>
    </message>
    <message>
        <source>A sale of this value moves its price by 1 % (0: never)</source>
        <translation>賣出此金額使價格變動 1 %（0：不變動）</translation>
    </message>
    <message>
        <source>A sale loses, %</source>
        <translation>賣出的損失，%</translation>
    </message>
    <message>
        <source>The reserve repays</source>
        <translation>動用備用金還款</translation>
    </message>
    <message>
        <source>What falls, failures and bad luck would do to your loans, beside what they are today.</source>
        <translation>下跌、平台倒閉與壞運氣會如何影響你的貸款，並與今天並列。</translation>
    </message>
    <message>
        <source>Risk report (PDF)…</source>
        <translation>風險報告（PDF）…</translation>
    </message>
    <message>
        <source>Parts of the stress test</source>
        <translation>壓力測試的各部分</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>熱圖</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>in time; all of it and hedges: {fall}</source>
        <translation>可及時到位；全部加上避險：{fall}</translation>
    </message>
    <message>
        <source>Without what has no price.</source>
        <translation>不含沒有價格的部分。</translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>目前還沒有可報告的內容。</translation>
    </message>
    <message>
        <source>Risk report</source>
        <translation>風險報告</translation>
    </message>
    <message>
        <source>The report was written to {name}.</source>
        <translation>報告已寫入 {name}。</translation>
    </message>
    <message>
        <source>Against today</source>
        <translation>與今天相比</translation>
    </message>
    <message>
        <source>Reserve used</source>
        <translation>動用備用金</translation>
    </message>
    <message>
        <source>Short by</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Hedges bring</source>
        <translation>避險損益</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>受困</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>LTV today</source>
        <translation>今天 LTV</translation>
    </message>
    <message>
        <source>At worst</source>
        <translation>最差時</translation>
    </message>
    <message>
        <source>Cure needs</source>
        <translation>補倉所需</translation>
    </message>
    <message>
        <source>Reserve repays</source>
        <translation>備用金償還</translation>
    </message>
    <message>
        <source>Lost in sales</source>
        <translation>賣出損失</translation>
    </message>
    <message>
        <source>Levels reached</source>
        <translation>觸及的風險線</translation>
    </message>
    <message>
        <source>nothing pledged</source>
        <translation>無抵押</translation>
    </message>
    <message>
        <source>Any loan</source>
        <translation>任一貸款</translation>
    </message>
    <message>
        <source>Liquidation, reserve used</source>
        <translation>清算（動用備用金）</translation>
    </message>
    <message>
        <source>Half of the calls by</source>
        <translation>半數追繳發生於</translation>
    </message>
    <message>
        <source>Debt now</source>
        <translation>目前債務</translation>
    </message>
    <message>
        <source>Debt at most, margin call</source>
        <translation>債務上限（追繳）</translation>
    </message>
    <message>
        <source>or collateral more</source>
        <translation>或增加抵押品</translation>
    </message>
    <message>
        <source>Debt at most, liquidation</source>
        <translation>債務上限（清算）</translation>
    </message>
    <message>
        <source>no such level</source>
        <translation>沒有此風險線</translation>
    </message>
    <message>
        <source>liquidation, reserve used</source>
        <translation>清算（動用備用金）</translation>
    </message>
    <message>
        <source>A price moves by -100 % to 1,000 %; write a fall of 40 % as -40.</source>
        <translation>價格變動介於 -100 % 到 1,000 %；下跌 40 % 請寫成 -40。</translation>
    </message>
    <message>
        <source>{value} hours are too long; at most 8,760 hours, a year, can be tested.</source>
        <translation>{value} 小時太長；最多可測試 8,760 小時，即一年。</translation>
    </message>
    <message>
        <source>{value} is beyond what makes sense here; at most {most} either way.</source>
        <translation>{value} 超出合理範圍；正負最多 {most}。</translation>
    </message>
    <message>
        <source>Nothing happens in it; let a price, a rate, a rule or a platform change.</source>
        <translation>其中沒有任何變化；請讓價格、利率、規則或平台有所改變。</translation>
    </message>
    <message>
        <source>There is no scenario {value}.</source>
        <translation>沒有情境 {value}。</translation>
    </message>
    <message>
        <source>The part for clusters is not installed; install plimsoll-desktop[cluster] or clear the scheduler&apos;s address.</source>
        <translation>未安裝叢集元件；請安裝 plimsoll-desktop[cluster]，或清除排程器位址。</translation>
    </message>
    <message>
        <source>{value} is no scheduler; write it like tcp://10.0.0.5:8786.</source>
        <translation>{value} 不是排程器位址；請寫成 tcp://10.0.0.5:8786。</translation>
    </message>
    <message>
        <source>No scheduler with workers answers at {value}; check the address or clear it.</source>
        <translation>{value} 沒有可用的排程器回應；請檢查位址或將其清除。</translation>
    </message>
    <message>
        <source>No loan&apos;s assets have 60 days of prices in common; import prices, or choose fat tails for known coins.</source>
        <translation>沒有任何貸款的資產具備 60 天共同價格；請匯入價格，或對已知幣種選擇厚尾分布。</translation>
    </message>
    <message>
        <source>Plimsoll risk report of {when}</source>
        <translation>Plimsoll 風險報告 {when}</translation>
    </message>
    <message>
        <source>Not simulated; press Simulate on the Stress test page before the report is written.</source>
        <translation>尚未模擬；請先在壓力測試頁按「模擬」，再產生報告。</translation>
    </message>
    <message>
        <source>Net worth {net}: assets {assets} less debt {debt}. The reserve holds {reserve}.</source>
        <translation>淨值 {net}：資產 {assets} 減債務 {debt}。備用金有 {reserve}。</translation>
    </message>
    <message>
        <source>Reserve and hedges keep every loan under its margin call in a common fall of {fall}.</source>
        <translation>全面下跌 {fall} 時，備用金與避險仍可使每筆貸款不觸及追繳。</translation>
    </message>
    <message>
        <source>Not tested, for want of a price: {names}.</source>
        <translation>因缺價而未測試：{names}。</translation>
    </message>
    <message>
        <source>Scenarios beside today</source>
        <translation>情境與今天並列</translation>
    </message>
    <message>
        <source>LTV in percent after a common fall</source>
        <translation>全面下跌後的 LTV（%）</translation>
    </message>
    <message>
        <source>For odds of at most {share} in {days} days.</source>
        <translation>{days} 天內機率不超過 {share}。</translation>
    </message>
    <message>
        <source>LTV in all futures — {loan}</source>
        <translation>所有未來中的 LTV — {loan}</translation>
    </message>
    <message>
        <source>Reached by day — {loan}</source>
        <translation>各日前觸及的比例 — {loan}</translation>
    </message>
    <message>
        <source>Each scenario, loan by loan</source>
        <translation>各情境逐筆貸款</translation>
    </message>
    <message numerus="yes">
        <source>and %n more loan(s)</source>
        <translation>
            <numerusform>另有 %n 筆貸款</numerusform>
        </translation>
    </message>
    <message>
        <source>{scenario}: no loan reaches a level.</source>
        <translation>{scenario}：沒有貸款觸及風險線。</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>數字來源</translation>
    </message>
    <message>
        <source>Betas: {source} ({as_of})</source>
        <translation>Beta：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>Volatility and correlation: {source} ({as_of})</source>
        <translation>波動率與相關性：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>Scenarios are assumptions and odds are estimates: neither is a forecast, and venues may act otherwise.</source>
        <translation>情境是假設，機率是估計：兩者都不是預測，平台也可能另有做法。</translation>
    </message>
    <message>
        <source>Scheduler of a Dask cluster</source>
        <translation>Dask 叢集的排程器</translation>
    </message>
    <message>
        <source>Odds are simulated there instead of on this computer, with the same results for the same seed.</source>
        <translation>機率改在該處而非本機模擬；相同種子得到相同結果。</translation>
    </message>
    <message>
        <source>day {number}</source>
        <translation>第 {number} 天</translation>
    </message>
    <message>
        <source>Fan of LTV</source>
        <translation>LTV 扇形圖</translation>
    </message>
    <message>
        <source>day {day}: half under {half}, nine tenths from {low} to {high}</source>
        <translation>第 {day} 天：半數低於 {half}，九成介於 {low} 到 {high}</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Reached by day</source>
        <translation>各日前觸及的比例</translation>
    </message>
    <message>
        <source>by day {day}: {shares}</source>
        <translation>第 {day} 天前：{shares}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 頁</translation>
    </message>
    <message>
        <source>Every coin falls at once, stablecoins stand still, nothing is cured.</source>
        <translation>所有幣種同時下跌，穩定幣不動，且不補倉。</translation>
    </message>
    <message>
        <source>Futures are drawn from</source>
        <translation>未來取樣自</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>往後天數</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>未來數量</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Size loans for odds of, %</source>
        <translation>貸款上限的機率，%</translation>
    </message>
    <message>
        <source>Keep the trend of the past</source>
        <translation>保留過去的趨勢</translation>
    </message>
    <message>
        <source>Odds, with their standard error</source>
        <translation>機率及其標準誤差</translation>
    </message>
    <message>
        <source>Nothing simulated yet.</source>
        <translation>尚未模擬。</translation>
    </message>
    <message>
        <source>LTV in all futures</source>
        <translation>所有未來中的 LTV</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Progress of the simulation</source>
        <translation>模擬進度</translation>
    </message>
    <message>
        <source>At most {most} can be simulated.</source>
        <translation>最多可模擬 {most}。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；沒有任何變更。</translation>
    </message>
    <message>
        <source>Beside today</source>
        <translation>與今天並列</translation>
    </message>
    <message>
        <source>Loans in the scenario</source>
        <translation>情境中的貸款</translation>
    </message>
    <message>
        <source>Loans: {scenario}</source>
        <translation>貸款：{scenario}</translation>
    </message>
    <message>
        <source>Choose a scenario in the table first.</source>
        <translation>請先在表中選擇情境。</translation>
    </message>
    <message>
        <source>Choose a scenario of your own; those that came along stay.</source>
        <translation>請選擇你自己的情境；隨附的情境會保留。</translation>
    </message>
    <message>
        <source>Debt at most, or collateral more</source>
        <translation>債務上限，或增加抵押品</translation>
    </message>
    <message>
        <source>Simulate the odds first; the limits come from the same futures.</source>
        <translation>請先模擬機率；上限取自相同的未來。</translation>
    </message>
    <message>
        <source>So much may be owed that a level is reached in at most {share} of the futures of {days} days, the reserve left alone. More of the same collateral does as much as less debt.</source>
        <translation>在 {days} 天的所有未來中，不動用備用金，最多只有 {share} 觸及風險線的債務金額。增加相同的抵押品與減少債務效果相同。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Plimsoll is locked and keeps watching</source>
        <translation>Plimsoll 已鎖定，仍持續監看</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>通行密語</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>That is not the passphrase; try again.</source>
        <translation>通行密語不正確，請再試一次。</translation>
    </message>
    <message>
        <source>Privacy and safety</source>
        <translation>隱私與安全</translation>
    </message>
    <message>
        <source>Hide amounts and money</source>
        <translation>隱藏數量與金額</translation>
    </message>
    <message>
        <source>Read-only: refuse every change</source>
        <translation>唯讀：拒絕所有變更</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分鐘</translation>
    </message>
    <message>
        <source>Lock after nobody touched it for</source>
        <translation>無人操作多久後鎖定</translation>
    </message>
    <message>
        <source>Passphrase of the lock</source>
        <translation>鎖定的通行密語</translation>
    </message>
    <message>
        <source>The lock covers the window; it does not encrypt the file. Alerts go on, without amounts.</source>
        <translation>鎖定只會遮住視窗，不會加密檔案。警示照常，但不顯示金額。</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>新的通行密語</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未設定</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>設定通行密語</translation>
    </message>
    <message>
        <source>A passphrase has at least 4 letters; an empty one takes it away.</source>
        <translation>通行密語至少 4 個字元；留空則移除。</translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation>搜尋或執行</translation>
    </message>
    <message>
        <source>Find or do anything…</source>
        <translation>搜尋或執行…</translation>
    </message>
    <message>
        <source>Nothing of that name. Try a loan, an asset, a page, or what you want to do.</source>
        <translation>找不到。請試試貸款、資產、頁面名稱，或你想做的事。</translation>
    </message>
    <message>
        <source>Welcome aboard</source>
        <translation>歡迎登船</translation>
    </message>
    <message>
        <source>Plimsoll shows how deep each of your loans lies, on every platform together, and tells you in time. Everything stays on this computer.</source>
        <translation>Plimsoll 彙整所有平台，顯示每筆貸款吃水多深，並及時通知你。一切資料都留在這台電腦上。</translation>
    </message>
    <message>
        <source>Two minutes: what is pledged, what is owed, whose rules.</source>
        <translation>兩分鐘：抵押了什麼、欠多少、依誰的規則。</translation>
    </message>
    <message>
        <source>A portfolio file or prices: CSV, XLSX, JSON.</source>
        <translation>投資組合檔或價格：CSV、XLSX、JSON。</translation>
    </message>
    <message>
        <source>Look at a demonstration</source>
        <translation>看看示範</translation>
    </message>
    <message>
        <source>An invented portfolio in a window of its own; nothing is kept.</source>
        <translation>在獨立視窗中的虛構投資組合，不會儲存任何內容。</translation>
    </message>
    <message>
        <source>See</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Add a position that earns</source>
        <translation>新增生息部位</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Snooze all alerts for 15 minutes</source>
        <translation>將所有警示延後 15 分鐘</translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation>隱藏或顯示金額</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>loan · {name}</source>
        <translation>貸款 · {name}</translation>
    </message>
    <message>
        <source>position · {name}</source>
        <translation>部位 · {name}</translation>
    </message>
    <message>
        <source>holding · {name}</source>
        <translation>持有 · {name}</translation>
    </message>
    <message>
        <source>price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>All that lies on platforms and in wallets, collateral included, at current prices, less all debt with its interest.</source>
        <translation>平台與錢包中的一切（含抵押品）以現價計算，扣除所有債務及利息。</translation>
    </message>
    <message>
        <source>A margin call is the lender&apos;s demand to add collateral or to repay. This is how far prices may fall until the first of your loans reaches one, and the price at which it does.</source>
        <translation>追繳是放款方要求補抵押品或還款。這裡顯示價格再跌多少，你的第一筆貸款就會被追繳，以及屆時的價格。</translation>
    </message>
    <message>
        <source>The deepest fall of all prices that your reserve can still cure: what arrives within each loan&apos;s time to cure, worth what it is worth after the fall, is enough to keep every loan under its margin call.</source>
        <translation>你的備用金仍能補救的最大整體跌幅：在每筆貸款補救期限內到位、以下跌後價值計算的資金，足以讓每筆貸款維持在追繳線之下。</translation>
    </message>
    <message>
        <source>What your positions earn in a day less what your loans cost in a day, by each venue&apos;s own interest rule.</source>
        <translation>你的部位一天的收益減去貸款一天的成本，依各平台自己的計息規則計算。</translation>
    </message>
    <message>
        <source>How much of all that you own lies with one platform, and would be out of reach if it failed.</source>
        <translation>你的全部資產中放在同一個平台的比例；若該平台倒閉，這部分就無法動用。</translation>
    </message>
    <message>
        <source>LTV is debt divided by the value of the collateral. The lender acts at fixed steps of it: early warning, margin call, and liquidation, where collateral is sold without asking you.</source>
        <translation>LTV 是債務除以抵押品價值。放款方在固定的階段採取行動：預警、追繳，以及不經你同意就賣出抵押品的清算。</translation>
    </message>
    <message>
        <source>A cure brings LTV down: repaying a part of the debt, or adding collateral. Repaying needs less money.</source>
        <translation>補救會讓 LTV 下降：償還部分債務，或補入抵押品。還款所需的資金較少。</translation>
    </message>
    <message>
        <source>The lender sells collateral to pay the debt, keeps a fee, and returns what is left.</source>
        <translation>放款方賣出抵押品償還債務，扣除費用後，退回剩餘部分。</translation>
    </message>
    <message>
        <source>Selling a part yourself, before the lender does, saves its fee and leaves the choice with you.</source>
        <translation>在放款方動手之前自行賣出一部分，可省下費用，也由你自己決定。</translation>
    </message>
    <message>
        <source>All prices fall by the same share at once; stablecoins keep their peg.</source>
        <translation>所有價格同時下跌相同比例；穩定幣維持掛鉤。</translation>
    </message>
    <message>
        <source>What is this: {term}?</source>
        <translation>這是什麼：{term}？</translation>
    </message>
    <message>
        <source>a level was reached</source>
        <translation>觸及某一級</translation>
    </message>
    <message>
        <source>an event of the loan</source>
        <translation>貸款的事件</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>從 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>複製成圖片</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>存成向量圖（SVG）…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>What moved LTV</source>
        <translation>是什麼推動了貸款價值比</translation>
    </message>
    <message>
        <source>Take back the filters</source>
        <translation>取消篩選</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 項中的 {shown} 項</translation>
    </message>
    <message>
        <source>price rose</source>
        <translation>價格上漲</translation>
    </message>
    <message>
        <source>price fell</source>
        <translation>價格下跌</translation>
    </message>
    <message>
        <source>close</source>
        <translation>收盤</translation>
    </message>
    <message>
        <source>from low to high</source>
        <translation>最低到最高</translation>
    </message>
    <message>
        <source>value</source>
        <translation>價值</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>不做時</translation>
    </message>
    <message>
        <source>value in {currency}</source>
        <translation>以 {currency} 計的價值</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>已涵蓋</translation>
    </message>
    <message>
        <source>your fall</source>
        <translation>您設的跌幅</translation>
    </message>
    <message>
        <source>holds or lends there</source>
        <translation>在那裡持有或借出</translation>
    </message>
    <message>
        <source>a loss runs along it</source>
        <translation>損失沿此傳遞</translation>
    </message>
    <message>
        <source>middle of all futures</source>
        <translation>所有未來的中位</translation>
    </message>
    <message>
        <source>half of them</source>
        <translation>其中一半</translation>
    </message>
    <message>
        <source>nine tenths of them (lighter)</source>
        <translation>其中九成（較淺）</translation>
    </message>
    <message>
        <source>Prices beside each other</source>
        <translation>並列價格</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分點</translation>
    </message>
    <message>
        <source>raised it (points right)</source>
        <translation>使其上升（指向右）</translation>
    </message>
    <message>
        <source>lowered it (points left)</source>
        <translation>使其下降（指向左）</translation>
    </message>
    <message>
        <source>{title} (filtered)</source>
        <translation>{title}（已篩選）</translation>
    </message>
    <message>
        <source>{title}: {value} ({count})</source>
        <translation>{title}：{value}（{count}）</translation>
    </message>
    <message>
        <source>{group}, folded</source>
        <translation>{group}，已收合</translation>
    </message>
    <message>
        <source>Assets beside each other</source>
        <translation>要並列的資產</translation>
    </message>
    <message>
        <source>At most {count} at a time.</source>
        <translation>一次最多 {count} 項。</translation>
    </message>
    <message>
        <source>Tick the assets that you want to see beside each other.</source>
        <translation>請勾選要並列比較的資產。</translation>
    </message>
    <message>
        <source>There is no price history of these assets in that range.</source>
        <translation>這些資產在該範圍內沒有價格歷史。</translation>
    </message>
    <message>
        <source>Prices beside each other: 100 on {day}</source>
        <translation>並列價格：{day} 為 100</translation>
    </message>
    <message>
        <source>Arrange {name}</source>
        <translation>整理「{name}」</translation>
    </message>
    <message>
        <source>Columns, filters, groups, export</source>
        <translation>欄位、篩選、分組、匯出</translation>
    </message>
    <message>
        <source>Filter {column}</source>
        <translation>篩選「{column}」</translation>
    </message>
    <message>
        <source>Kept in {column}</source>
        <translation>「{column}」中保留的項目</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾選</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全部不勾</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>{act} ({count})</source>
        <translation>{act}（{count}）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy with titles</source>
        <translation>連同標題複製</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>遞增排序</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>遞減排序</translation>
    </message>
    <message>
        <source>Filter {column}…</source>
        <translation>篩選「{column}」…</translation>
    </message>
    <message>
        <source>Group by {column}</source>
        <translation>依「{column}」分組</translation>
    </message>
    <message>
        <source>Hide {column}</source>
        <translation>隱藏「{column}」</translation>
    </message>
    <message>
        <source>Menu of {name}</source>
        <translation>「{name}」的選單</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依據</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>篩選依據</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分組依據</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>複製整個表格</translation>
    </message>
    <message>
        <source>Look as usual</source>
        <translation>恢復預設外觀</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>關於 Plimsoll</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>元件及其授權條款</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Plimsoll {version}</source>
        <translation>Plimsoll {version}</translation>
    </message>
    <message>
        <source>Apache License 2.0. No financial advice; check every figure with your lender.</source>
        <translation>Apache 授權條款 2.0。本程式不提供財務建議；每個數字請向您的平台確認。</translation>
    </message>
    <message>
        <source>lies in the installed program; this one runs from its source</source>
        <translation>位於安裝版程式中；目前是從原始碼執行</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料夾位置</translation>
    </message>
    <message>
        <source>Inventory of parts (SBOM)</source>
        <translation>元件清單（SBOM）</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>{licence}: its text comes with the source.</source>
        <translation>{licence}：全文隨原始碼提供。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程式</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>隨電腦啟動</translation>
    </message>
    <message>
        <source>It then waits in the tray.</source>
        <translation>啟動後在系統匣等候。</translation>
    </message>
    <message>
        <source>Tell me when a newer version is out</source>
        <translation>有新版本時通知我</translation>
    </message>
    <message>
        <source>Asks the address below once a day. Nothing is sent along, and nothing is ever downloaded by itself.</source>
        <translation>每天向下方網址詢問一次。不會附帶任何資料，也絕不會自行下載。</translation>
    </message>
    <message>
        <source>Address that tells the newest version</source>
        <translation>回答最新版本的網址</translation>
    </message>
    <message>
        <source>Show its page</source>
        <translation>顯示其網頁</translation>
    </message>
    <message>
        <source>Nothing was downloaded. Update it the way that you installed it.</source>
        <translation>沒有下載任何東西。請用當初安裝的方式更新。</translation>
    </message>
    <message>
        <source>Plimsoll {version} is out</source>
        <translation>Plimsoll {version} 已推出</translation>
    </message>
</context>
</TS>
