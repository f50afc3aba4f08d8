<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>质押率（LTV）走势</translation>
    </message>
    <message>
        <source>early warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>margin call</source>
        <translation>追缴</translation>
    </message>
    <message>
        <source>liquidation</source>
        <translation>清算</translation>
    </message>
    <message>
        <source>no collateral</source>
        <translation>无抵押品</translation>
    </message>
    <message>
        <source>{when}   LTV {ltv}</source>
        <translation>{when}   质押率 {ltv}</translation>
    </message>
    <message>
        <source>{path} cannot be written</source>
        <translation>无法写入 {path}</translation>
    </message>
    <message>
        <source>Add event: {loan}</source>
        <translation>添加事件：{loan}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>on the clock of</source>
        <translation>所用时区</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Rate a year, %</source>
        <translation>年利率（%）</translation>
    </message>
    <message>
        <source>Debt that it repaid</source>
        <translation>偿还的债务</translation>
    </message>
    <message>
        <source>Amount repaid</source>
        <translation>偿还数量</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What you typed before is back. Start afresh</source>
        <translation>先前输入的内容已恢复。重新开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit holding</source>
        <translation>编辑资产</translation>
    </message>
    <message>
        <source>Add a holding</source>
        <translation>添加资产</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>such as OKX or own wallet</source>
        <translation>例如 OKX 或自有钱包</translation>
    </message>
    <message>
        <source>Arrives within, hours</source>
        <translation>到账时间（小时）</translation>
    </message>
    <message>
        <source>Set aside as reserve for top-ups and repayments</source>
        <translation>列入备用金，用于补仓和还款</translation>
    </message>
    <message>
        <source>Edit loan</source>
        <translation>编辑贷款</translation>
    </message>
    <message>
        <source>Add loan</source>
        <translation>添加贷款</translation>
    </message>
    <message>
        <source>What is pledged</source>
        <translation>抵押品</translation>
    </message>
    <message>
        <source>Another collateral</source>
        <translation>再加一项抵押品</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>Another debt</source>
        <translation>再加一笔借款</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>风险线</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>放款方</translation>
    </message>
    <message>
        <source>Lender and its rules</source>
        <translation>放款方与规则</translation>
    </message>
    <message>
        <source>Change a channel</source>
        <translation>修改渠道</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>新增渠道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>such as my phone</source>
        <translation>例如我的手机</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>leave empty to keep the one that is known</source>
        <translation>留空则保留原有地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用时机</translation>
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
        <translation>地址保存在系统的密钥环中，不会写入配置文件，也不会发给任何人。</translation>
    </message>
    <message>
        <source>after {time} without an answer</source>
        <translation>{time} 没有回应后</translation>
    </message>
    <message>
        <source>such as BTC credit line</source>
        <translation>例如 BTC 信用额度</translation>
    </message>
    <message>
        <source>Opened (UTC)</source>
        <translation>开立时间（UTC）</translation>
    </message>
    <message>
        <source>Collateral {n}</source>
        <translation>抵押品 {n}</translation>
    </message>
    <message>
        <source>Amount of collateral {n}</source>
        <translation>抵押品 {n} 数量</translation>
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
        <translation>借款 {n} 数量</translation>
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
        <translation>{platform} {asset} 贷款</translation>
    </message>
    <message>
        <source>debt / collateral</source>
        <translation>债务 / 抵押品</translation>
    </message>
    <message>
        <source>debt / weighted collateral</source>
        <translation>债务 / 加权抵押品</translation>
    </message>
    <message>
        <source>collateral / debt, shown as LTV</source>
        <translation>抵押品 / 债务，以 LTV 显示</translation>
    </message>
    <message>
        <source>1 / health factor</source>
        <translation>1 / 健康系数</translation>
    </message>
    <message>
        <source>How LTV is measured</source>
        <translation>LTV 算法</translation>
    </message>
    <message>
        <source>Share of the value that counts, %</source>
        <translation>计入价值的比例（%）</translation>
    </message>
    <message>
        <source>such as BTC 95, ETH 90</source>
        <translation>例如 BTC 95, ETH 90</translation>
    </message>
    <message>
        <source>Ends on a date: then the lender keeps the collateral, whatever its price</source>
        <translation>到期即止：届时不论价格，抵押品归放款方</translation>
    </message>
    <message>
        <source>Repay by</source>
        <translation>还款期限</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Interest is posted</source>
        <translation>计息周期</translation>
    </message>
    <message>
        <source>each minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Leaving early</source>
        <translation>提前赎回</translation>
    </message>
    <message>
        <source>Interest that is lost, %</source>
        <translation>损失的利息（%）</translation>
    </message>
    <message>
        <source>Flexible rate, %</source>
        <translation>活期利率（%）</translation>
    </message>
    <message>
        <source>Fee on the principal, %</source>
        <translation>本金手续费（%）</translation>
    </message>
    <message>
        <source>Validator&apos;s commission, %</source>
        <translation>验证者佣金（%）</translation>
    </message>
    <message>
        <source>Unbonding, days</source>
        <translation>解除质押天数</translation>
    </message>
    <message>
        <source>Supply grows a year, %</source>
        <translation>供应量年增长率（%）</translation>
    </message>
    <message>
        <source>Asked back on</source>
        <translation>申请赎回日</translation>
    </message>
    <message>
        <source>empty while it is staked</source>
        <translation>质押中请留空</translation>
    </message>
    <message>
        <source>Sell high: begin with the coin</source>
        <translation>高卖：投入币种</translation>
    </message>
    <message>
        <source>Buy low: begin with the currency</source>
        <translation>低买：投入计价币</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>The other coin</source>
        <translation>另一币种</translation>
    </message>
    <message>
        <source>Strike price</source>
        <translation>行权价</translation>
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
        <translation>结算日</translation>
    </message>
    <message>
        <source>by the price at the end</source>
        <translation>按到期价格</translation>
    </message>
    <message>
        <source>by any touch on the way</source>
        <translation>期间触及即算</translation>
    </message>
    <message>
        <source>Follows the price of</source>
        <translation>挂钩资产</translation>
    </message>
    <message>
        <source>Range from</source>
        <translation>区间下限</translation>
    </message>
    <message>
        <source>Range to</source>
        <translation>区间上限</translation>
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
        <translation>远端利率（%）</translation>
    </message>
    <message>
        <source>Rate when knocked out, %</source>
        <translation>敲出后利率（%）</translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation>敲出</translation>
    </message>
    <message>
        <source>Gains when the price rises</source>
        <translation>看涨型</translation>
    </message>
    <message>
        <source>Price at entry</source>
        <translation>入场价格</translation>
    </message>
    <message>
        <source>in the other coin</source>
        <translation>以另一币种计</translation>
    </message>
    <message>
        <source>Fees so far</source>
        <translation>累计手续费收入</translation>
    </message>
    <message>
        <source>Rewards so far</source>
        <translation>累计奖励</translation>
    </message>
    <message>
        <source>Costs so far</source>
        <translation>累计成本</translation>
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
        <translation>还款日</translation>
    </message>
    <message>
        <source>such as 2027-06-30</source>
        <translation>例如 2027-06-30</translation>
    </message>
    <message>
        <source>Long: gains when it rises</source>
        <translation>做多：上涨获利</translation>
    </message>
    <message>
        <source>Short: gains when it falls</source>
        <translation>做空：下跌获利</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Entry price</source>
        <translation>开仓价</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Margin is held in</source>
        <translation>保证金币种</translation>
    </message>
    <message>
        <source>Maintenance margin, %</source>
        <translation>维持保证金率（%）</translation>
    </message>
    <message>
        <source>Royalty, %</source>
        <translation>版税（%）</translation>
    </message>
    <message>
        <source>Market&apos;s fee, %</source>
        <translation>市场手续费（%）</translation>
    </message>
    <message>
        <source>Best bid under the floor by, %</source>
        <translation>最高出价低于地板价（%）</translation>
    </message>
    <message>
        <source>each hour</source>
        <translation>每小时</translation>
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
        <translation>平台时钟的整点</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>计息方式</translation>
    </message>
    <message>
        <source>Paid out at</source>
        <translation>发放时刻</translation>
    </message>
    <message>
        <source>On the clock of</source>
        <translation>所用时区</translation>
    </message>
    <message>
        <source>First payout after, hours</source>
        <translation>首次发放（小时后）</translation>
    </message>
    <message>
        <source>Terms are from</source>
        <translation>条款来源</translation>
    </message>
    <message>
        <source>address or page</source>
        <translation>网址或页面</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>查阅日期</translation>
    </message>
    <message>
        <source>such as 2026-11-21</source>
        <translation>例如 2026-11-21</translation>
    </message>
    <message>
        <source>{clock} {zone} is {utc} UTC; next on {moment} here. 00:00 at UTC+8 is 16:00 UTC of the day before, not 08:00 in Beijing.</source>
        <translation>{zone} 的 {clock} 是 UTC {utc}；下次为本机时间 {moment}。UTC+8 的 00:00 是前一日 UTC 16:00，不是北京 08:00。</translation>
    </message>
    <message>
        <source>marks of the lender&apos;s clock</source>
        <translation>按放款方时钟的整点</translation>
    </message>
    <message>
        <source>started periods, at least one</source>
        <translation>按开始的期数，至少一期</translation>
    </message>
    <message>
        <source>Days in a year</source>
        <translation>一年天数</translation>
    </message>
    <message>
        <source>Lender&apos;s clock</source>
        <translation>放款方时区</translation>
    </message>
    <message>
        <source>such as UTC+8</source>
        <translation>例如 UTC+8</translation>
    </message>
    <message>
        <source>Venue&apos;s clock</source>
        <translation>平台时区</translation>
    </message>
    <message>
        <source>Platform keeps of the interest, %</source>
        <translation>平台保留利息（%）</translation>
    </message>
    <message>
        <source>Interest bears interest</source>
        <translation>利息计入本金（复利）</translation>
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
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
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
            <numerusform>%n 秒后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>风险线</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>LTV</source>
        <translation>质押率</translation>
    </message>
    <message>
        <source>no price was told</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>too far from the median of the others</source>
        <translation>与其他样本的中位数相差过大</translation>
    </message>
    <message>
        <source>NFT collection: {name}</source>
        <translation>NFT 系列：{name}</translation>
    </message>
    <message>
        <source>Counted is the lowest of median, average over time, lowest ask and best bid of the last 7 days.</source>
        <translation>取最近 7 天的中位数、时间加权均价、最低挂单与最高出价中最低的一个。</translation>
    </message>
    <message>
        <source>Lowest ask, {currency}</source>
        <translation>最低挂单（{currency}）</translation>
    </message>
    <message>
        <source>Best bid, {currency}</source>
        <translation>最高出价（{currency}）</translation>
    </message>
    <message>
        <source>Rejected samples</source>
        <translation>剔除的样本</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>通知时间</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未通知</translation>
    </message>
    <message>
        <source>{when}, found late</source>
        <translation>{when}（事后发现）</translation>
    </message>
    <message>
        <source>within {time}</source>
        <translation>{time} 内</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>再次通知</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>the tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>a graver one was told instead</source>
        <translation>已改为通知更严重的一条</translation>
    </message>
    <message>
        <source>answered before</source>
        <translation>此前已回应</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Every level of every loan rings by itself, once, and again only after it was left.</source>
        <translation>每笔贷款的每条风险线都会自动通知一次，离开后再次触及才会再通知。</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>End the mute</source>
        <translation>结束静音</translation>
    </message>
    <message>
        <source>Parts of the alerts</source>
        <translation>警报的各部分</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Nothing stands to be dealt with. Every level of every loan is watched by itself.</source>
        <translation>没有待处理的警报。每笔贷款的每条风险线都会自动監看。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
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
        <translation>到账</translation>
    </message>
    <message>
        <source>History of {name}</source>
        <translation>{name} 的记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Nothing happened yet: payouts, transfers and changes of its rate appear here.</source>
        <translation>尚无记录：到账、存取与利率变更会列在这里。</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>移除这条</translation>
    </message>
    <message>
        <source>No alert has rung yet.</source>
        <translation>尚未有任何警报。</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Nothing was told yet.</source>
        <translation>尚未发送任何警报。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>On / off</source>
        <translation>开启／关闭</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Active ({count})</source>
        <translation>待处理（{count}）</translation>
    </message>
    <message>
        <source>Muted until {when}: only what is critical is told.</source>
        <translation>静音到 {when}：只通知严重的警报。</translation>
    </message>
    <message>
        <source>It was switched off; it comes with the program.</source>
        <translation>已关闭；这是程序自带的规则。</translation>
    </message>
    <message>
        <source>The rule is gone.</source>
        <translation>规则已移除。</translation>
    </message>
    <message>
        <source>Plimsoll: a test</source>
        <translation>Plimsoll：测试</translation>
    </message>
    <message>
        <source>If you can read this, alerts reach you here.</source>
        <translation>看到这条消息，说明警报可以送到这里。</translation>
    </message>
    <message>
        <source>The test went out by {name}.</source>
        <translation>测试已通过 {name} 发出。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小时后提醒</translation>
    </message>
    <message>
        <source>Show loan</source>
        <translation>查看贷款</translation>
    </message>
    <message>
        <source>Flexible savings</source>
        <translation>活期理财</translation>
    </message>
    <message>
        <source>Term deposit</source>
        <translation>定期存款</translation>
    </message>
    <message>
        <source>Stake</source>
        <translation>链上质押</translation>
    </message>
    <message>
        <source>Dual investment</source>
        <translation>双币投资</translation>
    </message>
    <message>
        <source>Shark fin</source>
        <translation>鲨鱼鳍</translation>
    </message>
    <message>
        <source>Pool share</source>
        <translation>流动性池份额</translation>
    </message>
    <message>
        <source>Peer loan</source>
        <translation>点对点借出</translation>
    </message>
    <message>
        <source>Perpetual</source>
        <translation>永续合约</translation>
    </message>
    <message>
        <source>Loan to an NFT owner</source>
        <translation>借给 NFT 持有人</translation>
    </message>
    <message>
        <source>NFT</source>
        <translation>NFT</translation>
    </message>
    <message>
        <source>Earns day by day at a rate that may change; can be taken out at any time.</source>
        <translation>逐日计息，利率可能变动；可随时赎回。</translation>
    </message>
    <message>
        <source>Locked for a number of days at a fixed rate; leaving early costs by the venue&apos;s rule.</source>
        <translation>以固定利率锁定若干天；提前赎回按平台规则有代价。</translation>
    </message>
    <message>
        <source>Earns a network&apos;s rewards less the validator&apos;s commission; unbonding takes days.</source>
        <translation>赚取链上奖励，扣除验证者佣金；解除质押需数日。</translation>
    </message>
    <message>
        <source>Pays a yield for the term and may come back in the other coin. No floor.</source>
        <translation>支付整期收益，到期可能换成另一币种。没有保底。</translation>
    </message>
    <message>
        <source>Keeps the principal; the rate depends on where a price settles in a range.</source>
        <translation>保住本金；利率取决于到期价格落在区间何处。</translation>
    </message>
    <message>
        <source>Two coins in a pool; fees come in, and price moves cost against holding both.</source>
        <translation>两种币放入池中；收取手续费，但价格变动时不如单纯持有。</translation>
    </message>
    <message>
        <source>Money lent to a person through a platform that takes a share of the interest.</source>
        <translation>通过平台借钱给个人，平台从利息中抽成。</translation>
    </message>
    <message>
        <source>A leveraged bet without end; funding is paid or received at each settlement.</source>
        <translation>无到期日的杠杆持仓；每次结算时付出或收取资金费。</translation>
    </message>
    <message>
        <source>Money lent against an NFT; if it is not repaid in time, the NFT is yours.</source>
        <translation>以 NFT 为担保借出；逾期未还，NFT 归你。</translation>
    </message>
    <message>
        <source>Earns nothing by itself; counts for what a sale would bring after royalty and fees.</source>
        <translation>本身不生息；按扣除版税和手续费后的卖出所得计值。</translation>
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
        <translation>损失全部利息</translation>
    </message>
    <message>
        <source>part of the interest is lost</source>
        <translation>损失部分利息</translation>
    </message>
    <message>
        <source>paid at the flexible rate</source>
        <translation>改按活期利率</translation>
    </message>
    <message>
        <source>a fee on the principal</source>
        <translation>收取本金手续费</translation>
    </message>
    <message>
        <source>Deposit ends</source>
        <translation>存款到期</translation>
    </message>
    <message>
        <source>Stake unlocks</source>
        <translation>质押解锁</translation>
    </message>
    <message>
        <source>Product settles</source>
        <translation>产品结算</translation>
    </message>
    <message>
        <source>Repayment to you</source>
        <translation>对方还款</translation>
    </message>
    <message>
        <source>Interest is paid out</source>
        <translation>发放利息</translation>
    </message>
    <message>
        <source>Loan must be repaid</source>
        <translation>贷款应还</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>按分钟计息</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>按小时计息</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>按日计息</translation>
    </message>
    <message>
        <source>per 30 days</source>
        <translation>每 30 日计息</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>按月计息</translation>
    </message>
    <message>
        <source>compounding</source>
        <translation>复利</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>单利</translation>
    </message>
    <message>
        <source>on the mark of {zone}</source>
        <translation>以 {zone} 时间为准</translation>
    </message>
    <message>
        <source>{moment} ({clock} {zone})</source>
        <translation>{moment}（{zone} {clock}）</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>completed periods</source>
        <translation>满一期计一期</translation>
    </message>
    <message>
        <source>started periods</source>
        <translation>不足一期按一期计</translation>
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
        <translation>暂无利息或收益</translation>
    </message>
    <message>
        <source>What your positions earn and your loans cost, each by the venue&apos;s own rule.</source>
        <translation>各持仓的收益和各贷款的成本，均按平台自己的规则计算。</translation>
    </message>
    <message>
        <source>Enter savings, deposits, stakes or other products, or a loan: each is told by day and by year.</source>
        <translation>输入活期、定期、质押或其他产品，或一笔贷款：逐日和逐年列出。</translation>
    </message>
    <message>
        <source>Add a loan</source>
        <translation>添加贷款</translation>
    </message>
    <message>
        <source>Open the calculators</source>
        <translation>打开计算器</translation>
    </message>
    <message>
        <source>Interest, net per day</source>
        <translation>每日净利息</translation>
    </message>
    <message>
        <source>At today&apos;s rates, per year</source>
        <translation>全年利息（按当前利率）</translation>
    </message>
    <message>
        <source>Earned so far this month</source>
        <translation>本月至今收益</translation>
    </message>
    <message>
        <source>Interest owed so far</source>
        <translation>累计应付利息</translation>
    </message>
    <message>
        <source>Parts of Earn</source>
        <translation>收益页的各部分</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>持仓</translation>
    </message>
    <message>
        <source>No position yet. Add savings, a deposit, a stake, a structured product or what else earns.</source>
        <translation>尚无持仓。请添加活期、定期、质押、结构化产品或其他生息资产。</translation>
    </message>
    <message>
        <source>Interest on debt</source>
        <translation>借款利息</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>没有未结清的贷款。</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Payout…</source>
        <translation>发放…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>记录…</translation>
    </message>
    <message>
        <source>Payouts from a statement…</source>
        <translation>从对账单导入发放…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结清…</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>撤销移除</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s)</source>
        <translation>
            <numerusform>%n 个持仓</numerusform>
        </translation>
    </message>
    <message>
        <source>posted since the 1st (UTC)</source>
        <translation>自 1 日起入账（UTC）</translation>
    </message>
    <message>
        <source>Choose a position in the table first.</source>
        <translation>请先在表中选取持仓。</translation>
    </message>
    <message>
        <source>Payouts from a statement</source>
        <translation>从对账单导入发放</translation>
    </message>
    <message>
        <source>Statements (*.csv)</source>
        <translation>对账单 (*.csv)</translation>
    </message>
    <message>
        <source>Payouts of {name} found: {found}, new: {new}.</source>
        <translation>找到 {name} 的发放记录 {found} 笔，其中 {new} 笔是新的。</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>已移除 {name}。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Printed rate</source>
        <translation>标示利率</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>实得年率</translation>
    </message>
    <message>
        <source>Yearly and without compounding, after what the platform or validator keeps.</source>
        <translation>年率，不计复利，已扣除平台或验证者的抽成。</translation>
    </message>
    <message>
        <source>Earns a day</source>
        <translation>每日收益</translation>
    </message>
    <message>
        <source>Earned so far</source>
        <translation>累计收益</translation>
    </message>
    <message>
        <source>Leaving now costs</source>
        <translation>现在退出的代价</translation>
    </message>
    <message>
        <source>Next payout</source>
        <translation>下次发放</translation>
    </message>
    <message>
        <source>Ends or unlocks</source>
        <translation>到期或解锁</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 结清</translation>
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
        <translation>累计利息</translation>
    </message>
    <message>
        <source>Convention</source>
        <translation>计息方式</translation>
    </message>
    <message>
        <source>no payout entered</source>
        <translation>未输入发放</translation>
    </message>
    <message>
        <source>{amount}, look into it</source>
        <translation>{amount}，请核查</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>应得</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>应付利息</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In</source>
        <translation>剩余</translation>
    </message>
    <message numerus="yes">
        <source>%n open loan(s)</source>
        <translation>
            <numerusform>%n 笔未结清贷款</numerusform>
        </translation>
    </message>
    <message>
        <source>{positions}, {loans}</source>
        <translation>{positions}、{loans}</translation>
    </message>
    <message>
        <source>an estimate: rates may change</source>
        <translation>估算值，利率可能变动</translation>
    </message>
    <message>
        <source>posted and not yet repaid</source>
        <translation>已计入、尚未偿还</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>添加事件</translation>
    </message>
    <message>
        <source>Close loan</source>
        <translation>结清贷款</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>风险阶梯</translation>
    </message>
    <message>
        <source>What brings it back</source>
        <translation>补仓与还款</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Parts of the loan</source>
        <translation>贷款的各部分</translation>
    </message>
    <message>
        <source>Ladder and chart</source>
        <translation>阶梯与走势</translation>
    </message>
    <message>
        <source>Rescue plan</source>
        <translation>补救方案</translation>
    </message>
    <message>
        <source>Why it moved</source>
        <translation>变动原因</translation>
    </message>
    <message>
        <source>If liquidated</source>
        <translation>若被清算</translation>
    </message>
    <message>
        <source>You are told once {asset} is at {price} or under it; the rule stands on the Alerts page.</source>
        <translation>{asset} 跌到 {price} 或更低时会通知你；这条规则在“警报”页。</translation>
    </message>
    <message>
        <source>Remove event</source>
        <translation>移除事件</translation>
    </message>
    <message>
        <source>Leverage {times}</source>
        <translation>杠杆 {times}</translation>
    </message>
    <message>
        <source>{words} · over your limit of {limit}</source>
        <translation>{words} · 超过你的上限 {limit}</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>触及价格</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>缓冲空间</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>会发生什么</translation>
    </message>
    <message>
        <source>{action}, {hours} h</source>
        <translation>{action}，{hours} 小时</translation>
    </message>
    <message>
        <source>Rules: {source} ({day})</source>
        <translation>规则来源：{source}（{day}）</translation>
    </message>
    <message>
        <source>Repay by {day}, or the lender keeps the collateral.</source>
        <translation>请于 {day} 前还款，否则抵押品归放款方。</translation>
    </message>
    <message>
        <source>Rules: {lender}</source>
        <translation>规则：{lender}</translation>
    </message>
    <message>
        <source>From {day}: {source} ({as_of})</source>
        <translation>自 {day} 起：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>{source} · unverified, check your contract</source>
        <translation>{source} · 未经核实，请对照你的合同</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Apply to my open loans with this lender</source>
        <translation>应用到我在此放款方的未结清贷款</translation>
    </message>
    <message>
        <source>Not known while a price is missing.</source>
        <translation>缺价期间无法计算。</translation>
    </message>
    <message>
        <source>LTV is at or under the target of {target}.</source>
        <translation>质押率未超过目标 {target}。</translation>
    </message>
    <message>
        <source>Add {units} {asset} for {target}</source>
        <translation>补入 {units} {asset}，降至 {target}</translation>
    </message>
    <message>
        <source>Repay {units} {asset} for {target}</source>
        <translation>偿还 {units} {asset}，降至 {target}</translation>
    </message>
    <message>
        <source>Reserve: {money}</source>
        <translation>备用金：{money}</translation>
    </message>
    <message>
        <source>Interest: {money} a day</source>
        <translation>利息：每日 {money}</translation>
    </message>
    <message>
        <source>Choose an event in the table first.</source>
        <translation>请先在表格中选择事件。</translation>
    </message>
    <message>
        <source>{asset} alone cannot reach it</source>
        <translation>单靠 {asset} 无法触及</translation>
    </message>
    <message>
        <source>{asset} alone: {price} ({change})</source>
        <translation>仅 {asset}：{price}（{change}）</translation>
    </message>
    <message>
        <source>all together: {change}</source>
        <translation>同步变动：{change}</translation>
    </message>
    <message>
        <source>by beta, when Bitcoin moves: {change}</source>
        <translation>按 beta，比特币变动：{change}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已触及</translation>
    </message>
    <message>
        <source>No loans yet</source>
        <translation>暂无抵押贷款</translation>
    </message>
    <message>
        <source>A loan needs three things: what is pledged, what is owed, and the lender&apos;s rules.</source>
        <translation>添加贷款需要三项信息：抵押品、借款和放款方的规则。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>抵押贷款</translation>
    </message>
    <message>
        <source>Close the loan</source>
        <translation>结清贷款</translation>
    </message>
    <message>
        <source>Close {loan} now? What is still owed is booked as repaid, and the collateral as returned.</source>
        <translation>现在结清“{loan}”？未还的欠款将记为已还款，抵押品将记为已取回。</translation>
    </message>
    <message>
        <source>Delete the loan</source>
        <translation>删除贷款</translation>
    </message>
    <message>
        <source>Delete {loan} with all its events? To keep its history, close it instead.</source>
        <translation>删除“{loan}”及其所有事件？如需保留记录，请改用结清。</translation>
    </message>
    <message>
        <source>Net worth</source>
        <translation>净值</translation>
    </message>
    <message>
        <source>Closest margin call</source>
        <translation>距离最近追缴</translation>
    </message>
    <message>
        <source>Reserve covers a fall of</source>
        <translation>备用金可承受跌幅</translation>
    </message>
    <message>
        <source>Largest platform share</source>
        <translation>最大平台占比</translation>
    </message>
    <message>
        <source>Loans, most exposed first</source>
        <translation>抵押贷款（风险从高到低）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>If everything falls…</source>
        <translation>若全面下跌…</translation>
    </message>
    <message>
        <source>Where it is held</source>
        <translation>资产分布</translation>
    </message>
    <message>
        <source>{assets} − debt {debt}</source>
        <translation>资产 {assets} − 负债 {debt}</translation>
    </message>
    <message>
        <source>{line} · without what has no price</source>
        <translation>{line} · 不含缺价部分</translation>
    </message>
    <message>
        <source>prices are stale</source>
        <translation>价格已过期</translation>
    </message>
    <message>
        <source>no open loan</source>
        <translation>没有未结清的贷款</translation>
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
        <translation>暂无待办事项。</translation>
    </message>
    <message>
        <source>{day} again</source>
        <translation>重演 {day}</translation>
    </message>
    <message>
        <source>needs {need} · reserve leaves {left}</source>
        <translation>需 {need} · 备用金剩余 {left}</translation>
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
        <translation>目前没有未结清的贷款。</translation>
    </message>
    <message numerus="yes">
        <source>%n liquidation(s)</source>
        <translation>
            <numerusform>%n 笔清算</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n margin call(s)</source>
        <translation>
            <numerusform>%n 笔追缴</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is called</source>
        <translation>不触发追缴</translation>
    </message>
    <message>
        <source>Answer: {loan}, {level}</source>
        <translation>待处理：{loan}，{level}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Add prices of {assets}</source>
        <translation>补上 {assets} 的价格</translation>
    </message>
    <message>
        <source>earned {earned} · owed {owed}</source>
        <translation>收 {earned} · 付 {owed}</translation>
    </message>
    <message>
        <source>Refresh prices of {assets}</source>
        <translation>更新 {assets} 的价格</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Pledged collateral counts in full with the platform that holds it: that is what its failure freezes.</source>
        <translation>抵押品全额计入保管它的平台：平台一旦出事，冻结的就是这些资产。</translation>
    </message>
    <message>
        <source>No platform yet</source>
        <translation>暂无平台</translation>
    </message>
    <message>
        <source>A platform appears here with the first loan or holding on it.</source>
        <translation>添加第一笔贷款或资产后，所在平台会列在这里。</translation>
    </message>
    <message>
        <source>Net claim</source>
        <translation>净债权</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>风险敞口</translation>
    </message>
    <message>
        <source>Rules of lenders</source>
        <translation>放款方规则</translation>
    </message>
    <message>
        <source>Assets there</source>
        <translation>存放资产</translation>
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
        <translation>自设上限</translation>
    </message>
    <message>
        <source>over your limit</source>
        <translation>超过上限</translation>
    </message>
    <message>
        <source>Levels, %</source>
        <translation>风险线（%）</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>资料日期</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已查证</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未查证</translation>
    </message>
    <message>
        <source>no platform yet</source>
        <translation>尚无平台</translation>
    </message>
    <message>
        <source>assets less debt on all platforms</source>
        <translation>所有平台的资产减去负债</translation>
    </message>
    <message>
        <source>European Central Bank</source>
        <translation>欧洲央行</translation>
    </message>
    <message>
        <source>Yourself</source>
        <translation>你本人</translation>
    </message>
    <message>
        <source>Sales of the collection</source>
        <translation>系列成交记录</translation>
    </message>
    <message>
        <source>Believed, live</source>
        <translation>实时采信价格</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Imported file</source>
        <translation>导入的文件</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史价格</translation>
    </message>
    <message>
        <source>funding rates</source>
        <translation>资金费率</translation>
    </message>
    <message>
        <source>rates of state currencies, once a working day</source>
        <translation>法定货币汇率，每个工作日一次</translation>
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
        <translation>三个以上的来源一致。</translation>
    </message>
    <message>
        <source>Two sources agree.</source>
        <translation>两个来源一致。</translation>
    </message>
    <message>
        <source>The sources lie apart by {spread}.</source>
        <translation>各来源相差 {spread}。</translation>
    </message>
    <message>
        <source>One source alone says so.</source>
        <translation>只有一个来源报价。</translation>
    </message>
    <message>
        <source>not greater than zero</source>
        <translation>价格不大于零</translation>
    </message>
    <message>
        <source>dated in the future</source>
        <translation>时间晚于现在</translation>
    </message>
    <message>
        <source>older than the one before</source>
        <translation>早于前一条报价</translation>
    </message>
    <message>
        <source>older than what the others say</source>
        <translation>比其他来源的报价旧</translation>
    </message>
    <message>
        <source>its currency has no rate</source>
        <translation>其计价货币没有汇率</translation>
    </message>
    <message>
        <source>a jump of over {jump}, not confirmed yet</source>
        <translation>变动超过 {jump}，尚未确认</translation>
    </message>
    <message>
        <source>The program itself failed at its answer ({why}).</source>
        <translation>程序处理其响应时出错（{why}）。</translation>
    </message>
    <message>
        <source>No whole answer came in time ({detail}).</source>
        <translation>未能及时收到完整响应（{detail}）。</translation>
    </message>
    <message>
        <source>It cannot be reached ({detail}); check your connection.</source>
        <translation>无法连接（{detail}）；请检查网络。</translation>
    </message>
    <message>
        <source>It was asked too often and wants to be left in peace for a while.</source>
        <translation>查询过于频繁，对方要求暂停一段时间。</translation>
    </message>
    <message>
        <source>It answered with the error {detail}.</source>
        <translation>对方返回错误 {detail}。</translation>
    </message>
    <message>
        <source>Its answer was too large and was cut off ({detail}).</source>
        <translation>响应过大，已中断（{detail}）。</translation>
    </message>
    <message>
        <source>It pointed to another address, which is not followed.</source>
        <translation>对方跳转到其他地址，程序不会跟随。</translation>
    </message>
    <message>
        <source>Its answer was no data but something else, such as a web page.</source>
        <translation>响应不是数据，例如是网页。</translation>
    </message>
    <message>
        <source>Its answer had another form than agreed ({detail}).</source>
        <translation>响应的格式不符（{detail}）。</translation>
    </message>
    <message>
        <source>Its address is not allowed ({detail}): only https is.</source>
        <translation>不允许此地址（{detail}）：只接受 https。</translation>
    </message>
    <message>
        <source>It does not list what was asked for.</source>
        <translation>对方没有所查询的项目。</translation>
    </message>
    <message>
        <source>It is given a rest after failures, and asked again by itself.</source>
        <translation>因多次失败暂停查询，稍后会自动再试。</translation>
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
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
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
        <translation>与多数来源不符</translation>
    </message>
    <message>
        <source>the sources disagree</source>
        <translation>各来源不一致</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation>暂无价格</translation>
    </message>
    <message>
        <source>Import a price file, or add a loan: the prices of its assets are then asked for.</source>
        <translation>导入价格文件，或添加贷款，程序就会查询相关资产的价格。</translation>
    </message>
    <message>
        <source>Ask for prices now</source>
        <translation>立即更新价格</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>自定义价格…</translation>
    </message>
    <message>
        <source>Parts of the prices</source>
        <translation>价格页的各部分</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>NFT collections</source>
        <translation>NFT 系列</translation>
    </message>
    <message>
        <source>Every source is switched off; switch some on in the settings.</source>
        <translation>所有来源都已关闭；请到设置中开启。</translation>
    </message>
    <message>
        <source>Import the sales of a collection to value its NFTs.</source>
        <translation>导入一个系列的成交记录，即可为其 NFT 估价。</translation>
    </message>
    <message>
        <source>Prices are not fetched: that is switched off in the settings.</source>
        <translation>目前不获取价格：已在设置中关闭。</translation>
    </message>
    <message>
        <source>No source answers. The next try is {soon}.</source>
        <translation>没有任何来源响应。{soon}再试。</translation>
    </message>
    <message>
        <source>No source has answered since {when}. Prices stay as they were and grow stale; the next try is {soon}.</source>
        <translation>自 {when} 起没有任何来源响应。价格保持原值并将过期；{soon}再试。</translation>
    </message>
    <message>
        <source>Stale: {assets}. Alerts wait until these prices are heard again; “By source” tells why they are not.</source>
        <translation>过期：{assets}。收到新价格前不会据此预警；原因请见“各来源报价”。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>报价来源</translation>
    </message>
    <message>
        <source>No source has said anything since the program was started.</source>
        <translation>程序启动后还没有来源报价。</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>各来源报价</translation>
    </message>
    <message>
        <source>No rates of this asset are known. They are fetched for assets of loans, every hour.</source>
        <translation>没有此资产的费率。程序每小时获取贷款资产的费率。</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>费率</translation>
    </message>
    <message>
        <source>No history is kept yet.</source>
        <translation>尚未保留历史价格。</translation>
    </message>
    <message>
        <source>Parts of the price</source>
        <translation>价格的各部分</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离报价</translation>
    </message>
    <message>
        <source>No source has a price for it: set one, or import a file.</source>
        <translation>没有来源提供其价格：请自定义价格或导入文件。</translation>
    </message>
    <message>
        <source>It follows the currency, and no source was heard: taken as 1.</source>
        <translation>与货币挂钩，且没有来源报价：按 1 计。</translation>
    </message>
    <message>
        <source>{agree}, {age}; they lie apart by {spread}.</source>
        <translation>{agree}，{age}；彼此相差 {spread}。</translation>
    </message>
    <message>
        <source>{source} alone, {age}.</source>
        <translation>仅 {source}，{age}。</translation>
    </message>
    <message>
        <source>Your own price since {when}.</source>
        <translation>自 {when} 起采用你自定义的价格。</translation>
    </message>
    <message>
        <source>Sources say: {words}.</source>
        <translation>来源报价：{words}。</translation>
    </message>
    <message>
        <source>No source was heard.</source>
        <translation>没有来源报价。</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>备注：{note}</translation>
    </message>
    <message>
        <source>Every quote was believed.</source>
        <translation>所有报价均已采信。</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>解除隔离…</translation>
    </message>
    <message>
        <source>Undo the release</source>
        <translation>撤销解除</translation>
    </message>
    <message>
        <source>Choose a quote in the table first.</source>
        <translation>请先在表格中选择一条报价。</translation>
    </message>
    <message>
        <source>Believe {source} that {asset} costs {price}, until something newer is said?</source>
        <translation>在有更新的报价之前，采信 {source} 的报价（{asset} 为 {price}）吗？</translation>
    </message>
    <message>
        <source>Release a quote</source>
        <translation>解除隔离报价</translation>
    </message>
    <message>
        <source>It counts now.</source>
        <translation>此报价现已采用。</translation>
    </message>
    <message>
        <source>Something newer is believed already; it counts no more.</source>
        <translation>已有更新的价格，此报价不再采用。</translation>
    </message>
    <message>
        <source>What was believed before counts again.</source>
        <translation>已恢复先前采信的价格。</translation>
    </message>
    <message>
        <source>Something newer is believed by now; that stays.</source>
        <translation>目前已有更新的价格，保持不变。</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>更新于</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>believed</source>
        <translation>已采信</translation>
    </message>
    <message>
        <source>said before, nothing new</source>
        <translation>与先前相同，没有新内容</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>换算后</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>是否采信</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>报价时间</translation>
    </message>
    <message>
        <source>funding</source>
        <translation>资金费率</translation>
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
        <translation>合约</translation>
    </message>
    <message>
        <source>Rate a period</source>
        <translation>每期费率</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年化</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>结算时间</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>rates alone, every hour</source>
        <translation>仅费率，每小时一次</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>连续失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>正常响应</translation>
    </message>
    <message>
        <source>{used} of {allowed} in {span}</source>
        <translation>{span}内 {used} / {allowed} 次</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>下次查询</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求次数</translation>
    </message>
    <message>
        <source>Its own count</source>
        <translation>对方的计数</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Median of sales</source>
        <translation>成交中位数</translation>
    </message>
    <message>
        <source>Average over time</source>
        <translation>时间加权均价</translation>
    </message>
    <message>
        <source>Lowest ask</source>
        <translation>最低挂单</translation>
    </message>
    <message>
        <source>Best bid</source>
        <translation>最高出价</translation>
    </message>
    <message>
        <source>Counted (lowest)</source>
        <translation>采用（最低）</translation>
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
        <translation>最近响应</translation>
    </message>
    <message>
        <source>Last fault</source>
        <translation>最近错误</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>No reserve yet</source>
        <translation>暂无备用金</translation>
    </message>
    <message>
        <source>Covers a fall of</source>
        <translation>可承受跌幅</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Other holdings</source>
        <translation>其他资产</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>一般持有</translation>
    </message>
    <message>
        <source>Arrives within</source>
        <translation>到账时间</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change holds at once and is kept on this computer.</source>
        <translation>更改立即生效，并保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Fetch prices</source>
        <translation>自动获取价格</translation>
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
        <translation>关闭后不发送任何内容，价格只来自文件和你自己。</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>更新间隔</translation>
    </message>
    <message>
        <source>The time between two questions to a source; one that fails is asked less often.</source>
        <translation>对同一来源两次查询的间隔；失败的来源会减少查询。</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>多久未更新视为过期</translation>
    </message>
    <message>
        <source>A price that is older is marked as stale and decides no alert.</source>
        <translation>更旧的价格标为过期，不据以预警。</translation>
    </message>
    <message>
        <source>Sources agree within</source>
        <translation>来源一致的范围</translation>
    </message>
    <message>
        <source>Two sources whose prices lie no further apart than this confirm each other.</source>
        <translation>两个来源的价格差距不超过此值，即互相印证。</translation>
    </message>
    <message>
        <source>A jump is over</source>
        <translation>视为跳变的幅度</translation>
    </message>
    <message>
        <source>What one source alone says beyond this must be said again before it counts.</source>
        <translation>单一来源的变动超过此值时，须再次报价才采信。</translation>
    </message>
    <message>
        <source>Polls that confirm a jump</source>
        <translation>确认跳变所需次数</translation>
    </message>
    <message>
        <source>How many answers in a row must say so; two sources that agree count at once.</source>
        <translation>须连续几次报价同一方向；两个来源一致则立即采信。</translation>
    </message>
    <message>
        <source>Fetch history</source>
        <translation>获取历史价格</translation>
    </message>
    <message>
        <source>Candles of your loans&apos; assets are fetched, so that nothing that happened meanwhile is missed.</source>
        <translation>获取贷款资产的 K 线，程序未运行期间的变动也不遗漏。</translation>
    </message>
    <message>
        <source>History goes back</source>
        <translation>历史价格回溯</translation>
    </message>
    <message>
        <source>At most; it never begins before the first loan with an asset was opened.</source>
        <translation>上限；不会早于该资产第一笔贷款的开始日。</translation>
    </message>
    <message>
        <source>Keep every minute for</source>
        <translation>保留每分钟价格</translation>
    </message>
    <message>
        <source>Of older live prices only the hours stay.</source>
        <translation>更早的实时价格只保留每小时。</translation>
    </message>
    <message>
        <source>Sources of prices</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>Only the names of your assets are sent, never amounts. The more sources, the surer a price is.</source>
        <translation>只发送资产名称，从不发送数量。来源越多，价格越可靠。</translation>
    </message>
    <message>
        <source>At least one source of prices stays on; to ask none, switch off “Fetch prices”.</source>
        <translation>至少要保留一个价格来源；若完全不查询，请关闭“自动获取价格”。</translation>
    </message>
    <message>
        <source>Alerts and limits</source>
        <translation>警报与上限</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 个百分点</translation>
    </message>
    <message>
        <source>A level rings again after LTV fell under it by</source>
        <translation>质押率回到线下多少后可再提醒</translation>
    </message>
    <message>
        <source>Largest share of one platform</source>
        <translation>单一平台占比上限</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>Largest leverage</source>
        <translation>杠杆上限</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>nowhere: the demonstration stores nothing</source>
        <translation>无：演示模式不保存任何数据</translation>
    </message>
    <message>
        <source>One SQLite file, no account, no telemetry. Backups lie in the folder beside it.</source>
        <translation>单个 SQLite 文件，无需账号，不上传使用数据。备份放在旁边的文件夹中。</translation>
    </message>
    <message>
        <source>Export the portfolio…</source>
        <translation>导出投资组合…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Export the portfolio</source>
        <translation>导出投资组合</translation>
    </message>
    <message>
        <source>A checked backup was taken: {name}.</source>
        <translation>已建立并检查备份：{name}。</translation>
    </message>
    <message>
        <source>The demonstration is stored nowhere; there is nothing to back up.</source>
        <translation>演示不会保存，没有可备份的内容。</translation>
    </message>
    <message>
        <source>Everything is as it was saved.</source>
        <translation>一切与保存时相同。</translation>
    </message>
    <message>
        <source>Stress test</source>
        <translation>压力测试</translation>
    </message>
    <message>
        <source>Nothing to test yet</source>
        <translation>暂无可测试的贷款</translation>
    </message>
    <message>
        <source>Once a loan is entered and priced, its levels are tested against falls.</source>
        <translation>添加贷款并取得价格后，即可测试各种跌幅会触及哪些风险线。</translation>
    </message>
    <message>
        <source>First margin call at</source>
        <translation>首次追缴跌幅</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>负债</translation>
    </message>
    <message>
        <source>Leverage in all</source>
        <translation>整体杠杆</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Cures need</source>
        <translation>补仓所需</translation>
    </message>
    <message>
        <source>Reserve left</source>
        <translation>备用金余额</translation>
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
        <translation>预警</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>追加保证金通知</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>清算</translation>
    </message>
    <message>
        <source>your warning</source>
        <translation>你的预警</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>asks for a cure</source>
        <translation>要求补仓</translation>
    </message>
    <message>
        <source>sells a part</source>
        <translation>卖出一部分</translation>
    </message>
    <message>
        <source>sells everything</source>
        <translation>全部卖出</translation>
    </message>
    <message>
        <source>auction</source>
        <translation>拍卖</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>call</source>
        <translation>追缴</translation>
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
        <translation>手动输入</translation>
    </message>
    <message>
        <source>taken as 1</source>
        <translation>按 1 计</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺价</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>触发中</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开立</translation>
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
        <translation>还款</translation>
    </message>
    <message>
        <source>Rate changed</source>
        <translation>利率变更</translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation>规则变更</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>被清算</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结清</translation>
    </message>
    <message>
        <source>health factor {value}</source>
        <translation>健康系数 {value}</translation>
    </message>
    <message>
        <source>collateral / debt {value}</source>
        <translation>抵押品 / 债务 {value}</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>{name}: possible jump of {value}, unconfirmed</source>
        <translation>{name}：可能急涨 {value}，尚未确认</translation>
    </message>
    <message>
        <source>No price source answers</source>
        <translation>所有价格来源都没有响应</translation>
    </message>
    <message>
        <source>{name}: {coming} today</source>
        <translation>{name}：今天{coming}</translation>
    </message>
    <message>
        <source>It is over by now.</source>
        <translation>现已解除。</translation>
    </message>
    <message>
        <source>Past your {level} of {threshold}.</source>
        <translation>已越过 {threshold} 的{level}线。</translation>
    </message>
    <message>
        <source>the address is not known here: enter it again</source>
        <translation>这里没有这个地址：请重新输入</translation>
    </message>
    <message>
        <source>the service refused it</source>
        <translation>服务拒绝接收</translation>
    </message>
    <message>
        <source>the service did not answer in time</source>
        <translation>服务未及时响应</translation>
    </message>
    <message>
        <source>Nothing got out by {name}: {why}</source>
        <translation>无法通过 {name} 发出：{why}</translation>
    </message>
    <message>
        <source>Found late, of {when}.</source>
        <translation>事后发现，时间为 {when}。</translation>
    </message>
    <message>
        <source>{asset} at {price}.</source>
        <translation>{asset} 现价 {price}。</translation>
    </message>
    <message>
        <source>Nothing can be judged until one does: look at your platforms.</source>
        <translation>在来源恢复之前无法判断任何贷款：请直接查看你的平台。</translation>
    </message>
    <message>
        <source>{name}: LTV {value}</source>
        <translation>{name}：质押率 {value}</translation>
    </message>
    <message>
        <source>{name}: {value} of headroom left</source>
        <translation>{name}：缓冲空间只剩 {value}</translation>
    </message>
    <message>
        <source>{name} rose to {value}</source>
        <translation>{name} 涨到 {value}</translation>
    </message>
    <message>
        <source>{name} fell to {value}</source>
        <translation>{name} 跌到 {value}</translation>
    </message>
    <message>
        <source>{name} moved by {value}</source>
        <translation>{name} 变动了 {value}</translation>
    </message>
    <message>
        <source>{name}: rate {value} a year</source>
        <translation>{name}：年利率 {value}</translation>
    </message>
    <message>
        <source>{name}: funding {value} a year</source>
        <translation>{name}：资金费率一年 {value}</translation>
    </message>
    <message>
        <source>{name}: {value} of interest due</source>
        <translation>{name}：应付利息 {value}</translation>
    </message>
    <message>
        <source>You pay {value} a day net</source>
        <translation>你每天的净利息为 {value}</translation>
    </message>
    <message>
        <source>The reserve covers a fall of {value} only</source>
        <translation>备用金只够应付 {value} 的下跌</translation>
    </message>
    <message>
        <source>{name} holds {value} of your assets</source>
        <translation>{name} 占你资产的 {value}</translation>
    </message>
    <message>
        <source>{name} makes up {value} of your assets</source>
        <translation>{name} 占你全部资产的 {value}</translation>
    </message>
    <message>
        <source>{name} is {value} off its peg</source>
        <translation>{name} 脱钩 {value}</translation>
    </message>
    <message>
        <source>No fresh price of {name}</source>
        <translation>{name} 没有最新价格</translation>
    </message>
    <message>
        <source>Sources of {name} lie {value} apart</source>
        <translation>{name} 的各来源相差 {value}</translation>
    </message>
    <message>
        <source>{name}: possible crash of {value}, unconfirmed</source>
        <translation>{name}：可能暴跌 {value}，尚未确认</translation>
    </message>
    <message>
        <source>{name}: {coming} in {value}</source>
        <translation>{name}：{value}后{coming}</translation>
    </message>
    <message>
        <source>The day is {date}.</source>
        <translation>日期：{date}。</translation>
    </message>
    <message>
        <source>Something is due within</source>
        <translation>到期事项在几天内</translation>
    </message>
    <message>
        <source>LTV of a loan above</source>
        <translation>贷款的 LTV 高于</translation>
    </message>
    <message>
        <source>Price source {name} does not answer</source>
        <translation>价格来源 {name} 没有响应</translation>
    </message>
    <message>
        <source>Alerts do not get out by {name}</source>
        <translation>警报无法通过 {name} 送出</translation>
    </message>
    <message>
        <source>Your leverage is {value}</source>
        <translation>你的杠杆为 {value}</translation>
    </message>
    <message>
        <source>Under your limit of {limit}.</source>
        <translation>低于你设置的 {limit}。</translation>
    </message>
    <message>
        <source>Your limit is {limit}.</source>
        <translation>你设置的界限是 {limit}。</translation>
    </message>
    <message>
        <source>{asset} costs more than your {limit}.</source>
        <translation>{asset} 的成本高于你设置的 {limit}。</translation>
    </message>
    <message>
        <source>{instrument} at {source}; your limit is {limit}.</source>
        <translation>{source} 的 {instrument}；你设置的界限是 {limit}。</translation>
    </message>
    <message>
        <source>Debts cost more than your assets earn; your limit is {limit}.</source>
        <translation>债务的成本高于资产的收益；你设置的界限是 {limit}。</translation>
    </message>
    <message>
        <source>It should follow {peg}; your limit is {limit}.</source>
        <translation>它应该跟随 {peg}；你设置的界限是 {limit}。</translation>
    </message>
    <message>
        <source>Loans with it cannot be judged: look at your platform.</source>
        <translation>无法判断使用它的贷款：请直接查看你的平台。</translation>
    </message>
    <message>
        <source>Which of them is right is not clear yet.</source>
        <translation>目前还不清楚哪个来源正确。</translation>
    </message>
    <message>
        <source>One source says {price}. It counts once it is confirmed.</source>
        <translation>有一个来源报 {price}，确认后才会采用。</translation>
    </message>
    <message>
        <source>Last fault: {fault}</source>
        <translation>最近一次错误：{fault}</translation>
    </message>
    <message>
        <source>Last fault: {fault}. Other channels go on.</source>
        <translation>最近一次错误：{fault}。其他渠道继续工作。</translation>
    </message>
    <message>
        <source>Past your own limit of {limit}.</source>
        <translation>已超过你自定的上限 {limit}。</translation>
    </message>
    <message>
        <source>Level of a loan</source>
        <translation>贷款的风险线</translation>
    </message>
    <message>
        <source>Headroom below</source>
        <translation>缓冲空间低于</translation>
    </message>
    <message>
        <source>Price above</source>
        <translation>价格高于</translation>
    </message>
    <message>
        <source>Price below</source>
        <translation>价格低于</translation>
    </message>
    <message>
        <source>Price moved by</source>
        <translation>价格变动达</translation>
    </message>
    <message>
        <source>Rate of a loan above</source>
        <translation>贷款利率高于</translation>
    </message>
    <message>
        <source>Funding rate above</source>
        <translation>资金费率高于</translation>
    </message>
    <message>
        <source>Interest due above</source>
        <translation>应付利息高于</translation>
    </message>
    <message>
        <source>Net interest a day below</source>
        <translation>每日净利息低于</translation>
    </message>
    <message>
        <source>Reserve covers less than a fall of</source>
        <translation>备用金不足以应付下跌</translation>
    </message>
    <message>
        <source>Share of a platform above</source>
        <translation>单一平台占比高于</translation>
    </message>
    <message>
        <source>Share of an asset above</source>
        <translation>单一资产占比高于</translation>
    </message>
    <message>
        <source>Stablecoin off its peg by</source>
        <translation>稳定币脱钩达</translation>
    </message>
    <message>
        <source>Price older than</source>
        <translation>价格早于</translation>
    </message>
    <message>
        <source>Sources apart by</source>
        <translation>各来源相差达</translation>
    </message>
    <message>
        <source>Unconfirmed move over</source>
        <translation>未确认的变动超过</translation>
    </message>
    <message>
        <source>Source failed in a row</source>
        <translation>来源连续失败</translation>
    </message>
    <message>
        <source>Channel failed in a row</source>
        <translation>渠道连续失败</translation>
    </message>
    <message>
        <source>Leverage above</source>
        <translation>杠杆高于</translation>
    </message>
    <message>
        <source>Next: {level}.</source>
        <translation>下一步：{level}。</translation>
    </message>
    <message>
        <source>Add {added} or repay {repaid} to bring it back to {target}.</source>
        <translation>补仓 {added} 或还款 {repaid}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Add {added} to bring it back to {target}.</source>
        <translation>补仓 {added}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Repay {repaid} to bring it back to {target}.</source>
        <translation>还款 {repaid}，即可降回 {target}。</translation>
    </message>
    <message>
        <source>Your reserve has {money}.</source>
        <translation>备用金有 {money}。</translation>
    </message>
    <message>
        <source>{value} is unusual; lenders are mostly between {low} and {high}.</source>
        <translation>{value} 不常见；放款方多在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>{value} looks like collateral / loan; as LTV that is {meant}. Did you mean that?</source>
        <translation>{value} 看起来像抵押品 / 贷款；换算成 LTV 是 {meant}。你是这个意思吗？</translation>
    </message>
    <message>
        <source>{value} a year is very little; told for one period it is {meant} a year. Did you mean that?</source>
        <translation>年利率 {value} 非常低；若是单期利率，则一年为 {meant}。你是这个意思吗？</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{name}: {added} new, {changed} changed, {unchanged} as before.</source>
        <translation>{name}：新增 {added} 条，更新 {changed} 条，{unchanged} 条不变。</translation>
    </message>
    <message>
        <source>{name}: {added} new prices, {changed} corrected, {unchanged} known already.</source>
        <translation>{name}：新增 {added} 条价格，更正 {changed} 条，{unchanged} 条先前已有。</translation>
    </message>
    <message>
        <source>{name}: {added} new prices, {unchanged} known already.</source>
        <translation>{name}：新增 {added} 条价格，{unchanged} 条原已存在。</translation>
    </message>
    <message>
        <source>line {line}, field {field}: {words}</source>
        <translation>第 {line} 行，字段 {field}：{words}</translation>
    </message>
    <message>
        <source>line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>field {field}: {words}</source>
        <translation>字段 {field}：{words}</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>{value} is not a number; write it like 1234.5.</source>
        <translation>{value} 不是数字；请写成 1234.5 的格式。</translation>
    </message>
    <message>
        <source>The amount must be greater than zero.</source>
        <translation>数量必须大于零。</translation>
    </message>
    <message>
        <source>{value} is out of range; an LTV of 71.4 % is 0.714 in a file.</source>
        <translation>{value} 超出范围；质押率 71.4% 在文件中写作 0.714。</translation>
    </message>
    <message>
        <source>A yearly rate lies between 0 and 1,000 %; {value} does not.</source>
        <translation>年利率须在 0 到 1,000% 之间；{value} 不在其中。</translation>
    </message>
    <message>
        <source>{value} is not an asset code; write it like BTC or USDT.</source>
        <translation>{value} 不是资产代码；请写成 BTC 或 USDT 的形式。</translation>
    </message>
    <message>
        <source>{value} is not a date; write it like 2021-11-10 or 2021-11-10T14:30:00+08:00.</source>
        <translation>{value} 不是日期；请写成 2021-11-10 或 2021-11-10T14:30:00+08:00。</translation>
    </message>
    <message>
        <source>{value} is not a time zone; write it like UTC+8 or Europe/Zurich.</source>
        <translation>{value} 不是时区；请写成 UTC+8 或 Europe/Zurich。</translation>
    </message>
    <message>
        <source>{value} lies in the future; enter what has happened.</source>
        <translation>{value} 晚于现在；请填入已发生的事件。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Enter at least one collateral with its amount.</source>
        <translation>请至少填入一项抵押品及其数量。</translation>
    </message>
    <message>
        <source>Enter at least one debt with its amount.</source>
        <translation>请至少填入一笔借款及其数量。</translation>
    </message>
    <message>
        <source>The levels must rise from early warning over margin call to liquidation, and the target lie below them.</source>
        <translation>风险线须按预警、追缴、清算的顺序递增，目标须低于各线。</translation>
    </message>
    <message>
        <source>Enter at least one level.</source>
        <translation>请至少填入一条风险线。</translation>
    </message>
    <message>
        <source>This lies before {when}; enter a later time.</source>
        <translation>时间早于 {when}；请填入更晚的时间。</translation>
    </message>
    <message>
        <source>The loan was closed on {when}; nothing can happen to it after that.</source>
        <translation>该贷款已于 {when} 结清，之后不能再有事件。</translation>
    </message>
    <message>
        <source>Only {have} {asset} is pledged at that time, so {wanted} cannot leave.</source>
        <translation>当时只抵押了 {have} {asset}，无法取回 {wanted}。</translation>
    </message>
    <message>
        <source>Only {have} {asset} is owed at that time, so {wanted} is too much.</source>
        <translation>当时只欠 {have} {asset}，还款 {wanted} 过多。</translation>
    </message>
    <message>
        <source>{have} {asset} is still owed; repay it before closing.</source>
        <translation>尚欠 {have} {asset}；请先还清再结清贷款。</translation>
    </message>
    <message>
        <source>The loan is not open yet at that time.</source>
        <translation>当时贷款尚未开立。</translation>
    </message>
    <message>
        <source>The loan is opened twice; leave one opening.</source>
        <translation>贷款开立了两次；请只保留一次。</translation>
    </message>
    <message>
        <source>There is no loan {value}.</source>
        <translation>找不到贷款 {value}。</translation>
    </message>
    <message>
        <source>There is no event {value}.</source>
        <translation>没有事件 {value}。</translation>
    </message>
    <message>
        <source>{value} is no known platform; list it under platforms.</source>
        <translation>{value} 不是已知平台；请列在 platforms 之下。</translation>
    </message>
    <message>
        <source>{value} is no known preset; leave it out and give the terms.</source>
        <translation>{value} 不是已知的预设规则；请删去并填入条款。</translation>
    </message>
    <message>
        <source>{value} stands there twice; keep one of them.</source>
        <translation>{value} 出现两次；请保留其中一个。</translation>
    </message>
    <message>
        <source>There is no such field; check its spelling or take it out.</source>
        <translation>没有这个字段；请检查拼写或将其删去。</translation>
    </message>
    <message>
        <source>The field is missing; add it.</source>
        <translation>缺少此字段；请补上。</translation>
    </message>
    <message>
        <source>{value} does not fit; expected: {expected}.</source>
        <translation>{value} 不符；应为：{expected}。</translation>
    </message>
    <message>
        <source>There is no file {value}; check its name.</source>
        <translation>找不到文件 {value}；请检查文件名。</translation>
    </message>
    <message>
        <source>{value} cannot be read ({why}); choose a file that you may read.</source>
        <translation>无法读取 {value}（{why}）；请选择你有权读取的文件。</translation>
    </message>
    <message>
        <source>{value} is larger than {most}; split it.</source>
        <translation>{value} 超过 {most}；请拆分文件。</translation>
    </message>
    <message>
        <source>This is no valid JSON ({why}, column {column}); check commas and quotes.</source>
        <translation>JSON 格式有误（{why}，第 {column} 个字符）；请检查逗号和引号。</translation>
    </message>
    <message>
        <source>{value} is no UTF-8 text; save it as UTF-8.</source>
        <translation>{value} 不是 UTF-8 文本；请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>Format version {value} is newer than this program; install the newer program.</source>
        <translation>文件格式版本 {value} 比本程序新；请安装新版程序。</translation>
    </message>
    <message>
        <source>The header ({value}) has no time and price columns; name them like date, open, high, low, close.</source>
        <translation>表头（{value}）缺少时间和价格列；请命名为 date, open, high, low, close。</translation>
    </message>
    <message>
        <source>The header ({value}) is of no statement that is known: export it as CSV from Nexo, OKX (trading) or BlockFi.</source>
        <translation>标题行（{value}）不属于任何已知的对账单；请从 Nexo、OKX（交易）或 BlockFi 导出 CSV。</translation>
    </message>
    <message>
        <source>{value} does not tell the asset; name the file like BTCUSDT.csv or say --asset BTC.</source>
        <translation>从 {value} 看不出是哪种资产；请将文件命名为 BTCUSDT.csv 之类，或指定 --asset BTC。</translation>
    </message>
    <message>
        <source>{have} columns stand where the header has {wanted}; fill or remove cells.</source>
        <translation>此行有 {have} 列，表头有 {wanted} 列；请补上或删去单元格。</translation>
    </message>
    <message>
        <source>High {high} and low {low} do not enclose open and close; check the row.</source>
        <translation>最高价 {high} 与最低价 {low} 未涵盖开盘价和收盘价；请检查此行。</translation>
    </message>
    <message>
        <source>That is no address of a known service; write it like ntfy://my-topic.</source>
        <translation>这不是已知服务的地址；请写成 ntfy://my-topic 这样。</translation>
    </message>
    <message>
        <source>The demonstration tells nobody outside this window.</source>
        <translation>演示模式不会通知窗口以外的任何人。</translation>
    </message>
    <message>
        <source>{value} may not be asked; write an address that begins with https://.</source>
        <translation>不能连接到 {value}；请输入以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>A share lies between 0 and 100 %; {value} does not.</source>
        <translation>比例介于 0 到 100 % 之间；{value} 不是。</translation>
    </message>
    <message>
        <source>It would end on {value}, before it began on {when}; choose a later day.</source>
        <translation>结束日 {value} 早于开始日 {when}；请选择较晚的日期。</translation>
    </message>
    <message>
        <source>The range must rise: its low of {low} must be under its high of {high}.</source>
        <translation>区间必须由低到高：下限 {low} 必须小于上限 {high}。</translation>
    </message>
    <message>
        <source>There is no position {value}.</source>
        <translation>没有持仓 {value}。</translation>
    </message>
    <message>
        <source>There is no rate from {value} to {currency}; enter the price in {currency}.</source>
        <translation>没有从 {value} 换算到 {currency} 的汇率；请用 {currency} 输入价格。</translation>
    </message>
    <message>
        <source>The file has no rows; choose one with prices in it.</source>
        <translation>文件没有内容；请选择含有价格的文件。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed, or text follows it; check the row.</source>
        <translation>引号未关闭，或其后还有文字；请检查此行。</translation>
    </message>
    <message>
        <source>{value} can be read in several ways; say which one is meant: {choices}.</source>
        <translation>{value} 有多种读法；请指明是哪一种：{choices}。</translation>
    </message>
    <message>
        <source>The workbook cannot be read ({why}); save it as XLSX or CSV.</source>
        <translation>无法读取此工作簿（{why}）；请另存为 XLSX 或 CSV。</translation>
    </message>
    <message>
        <source>The workbook unpacks into too much ({why}); save it as CSV.</source>
        <translation>此工作簿解压后过大（{why}）；请另存为 CSV。</translation>
    </message>
    <message>
        <source>Plimsoll is in read-only mode; switch it off in Settings to change anything.</source>
        <translation>当前为只读模式；要更改任何内容，请在“设置”中关闭。</translation>
    </message>
    <message>
        <source>{value} cannot be written ({why}); choose a folder of your own.</source>
        <translation>无法写入 {value}（{why}）；请选择自己的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {value}; choose one that exists.</source>
        <translation>找不到文件夹 {value}；请选择现有的文件夹。</translation>
    </message>
    <message>
        <source>Show Plimsoll</source>
        <translation>显示 Plimsoll</translation>
    </message>
    <message>
        <source>Snooze all for 15 minutes</source>
        <translation>全部 15 分钟后再提醒</translation>
    </message>
    <message>
        <source>Snooze all for 1 hour</source>
        <translation>全部推迟 1 小时</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Plimsoll keeps watching here. Quit it from this icon&apos;s menu.</source>
        <translation>Plimsoll 会在这里继续监控。如需退出，请使用此图标的菜单。</translation>
    </message>
    <message>
        <source>Still watching</source>
        <translation>持续监控中</translation>
    </message>
    <message>
        <source>This desktop shows no messages; the window tells alerts instead.</source>
        <translation>此桌面不显示消息；警报改由窗口显示。</translation>
    </message>
    <message numerus="yes">
        <source>{words} And %n more in the alert list.</source>
        <translation>
            <numerusform>{words}警报列表中还有 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>1D</source>
        <translation>1日</translation>
    </message>
    <message>
        <source>1W</source>
        <translation>1周</translation>
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
        <translation>整体</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>新增规则</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Only after it held for</source>
        <translation>持续多久才通知</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Tell again every</source>
        <translation>再次通知间隔</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不再通知</translation>
    </message>
    <message>
        <source>Quiet unless critical, from</source>
        <translation>除非严重否则安静，从</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静结束</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Last day of the rule</source>
        <translation>规则的最后一天</translation>
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
        <translation>数值达到或高于界限时通知。</translation>
    </message>
    <message>
        <source>Rings when the value is at the limit or below it.</source>
        <translation>数值达到或低于界限时通知。</translation>
    </message>
    <message>
        <source>in percent</source>
        <translation>以百分比计</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>次数</translation>
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
        <translation>时间范围：{name}</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>LTV over time — {loan}</source>
        <translation>质押率（LTV）走势 — {loan}</translation>
    </message>
    <message>
        <source>There is no price history for this loan yet: import prices, or let polling collect them.</source>
        <translation>这笔贷款暂无历史价格：请导入价格，或开启自动获取价格逐步积累。</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>保存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Save as table (CSV)…</source>
        <translation>保存为表格（CSV）…</translation>
    </message>
    <message>
        <source>Export as calendar (.ics)…</source>
        <translation>导出日历（.ics）…</translation>
    </message>
    <message>
        <source>Days are those of UTC; each entry of the file reminds you a day before.</source>
        <translation>日期以 UTC 计；导出的每一项会提前一天提醒。</translation>
    </message>
    <message>
        <source>Export the calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>The file was not written: {why}</source>
        <translation>文件未能写入：{why}</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}：{name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>start {ltv}</source>
        <translation>起始 {ltv}</translation>
    </message>
    <message>
        <source>{loan}: LTV {ltv}, {state}</source>
        <translation>{loan}：质押率 {ltv}，{state}</translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation>已于 {day} 结清</translation>
    </message>
    <message>
        <source>No price yet: import prices or switch polling on.</source>
        <translation>暂无价格：请导入价格，或开启自动获取价格。</translation>
    </message>
    <message>
        <source>Every level is reached.</source>
        <translation>所有风险线均已触及。</translation>
    </message>
    <message>
        <source>{level}: no price of one asset alone reaches it</source>
        <translation>{level}：单一资产的价格变动不会触及</translation>
    </message>
    <message>
        <source>{level} if {asset} &lt; {price} ({change})</source>
        <translation>{asset} &lt; {price} 触发{level}（{change}）</translation>
    </message>
    <message>
        <source>{level} if {asset} &gt; {price} ({change})</source>
        <translation>{asset} &gt; {price} 触发{level}（{change}）</translation>
    </message>
    <message>
        <source>top-up to {target}: {units} {asset}</source>
        <translation>补仓至 {target}：{units} {asset}</translation>
    </message>
    <message>
        <source>{rate} a year</source>
        <translation>年利率 {rate}</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>More ways to answer</source>
        <translation>更多回应方式</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Loan…</source>
        <translation>抵押贷款…</translation>
    </message>
    <message>
        <source>Holding…</source>
        <translation>持有资产…</translation>
    </message>
    <message>
        <source>Position that earns…</source>
        <translation>生息持仓…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Taken back: {what}.</source>
        <translation>已撤销：{what}。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤销的更改。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的更改。</translation>
    </message>
    <message>
        <source>Demonstration: invented figures, nothing is stored</source>
        <translation>演示模式：数据均为虚构，不会保存</translation>
    </message>
    <message>
        <source>Find or do…   Ctrl+K</source>
        <translation>搜索或执行…   Ctrl+K</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>All alerts for 15 minutes</source>
        <translation>全部 15 分钟后再提醒</translation>
    </message>
    <message>
        <source>All alerts for 1 hour</source>
        <translation>全部 1 小时后再提醒</translation>
    </message>
    <message>
        <source>Add position</source>
        <translation>新增持仓</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>own price</source>
        <translation>自定价格</translation>
    </message>
    <message>
        <source>alert rule</source>
        <translation>警报规则</translation>
    </message>
    <message>
        <source>rule of a lender</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>price of an NFT</source>
        <translation>NFT 价格</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Import a portfolio or prices</source>
        <translation>导入投资组合或价格</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>The clipboard has no table; copy one with its header first.</source>
        <translation>剪贴板里没有表格；请先连同标题行一起复制。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the watched folder wait for you</source>
        <translation>
            <numerusform>监视文件夹里有 %n 个文件等你处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>前往处理</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Importing {name}…</source>
        <translation>正在导入 {name}…</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Show plan</source>
        <translation>查看方案</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation>15 分钟后提醒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>Snooze until it gets worse</source>
        <translation>恶化前不再提醒</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts at once</source>
        <translation>
            <numerusform>同时有 %n 条警报</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部知道了</translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found in price history that nobody was told of.</source>
        <translation>
            <numerusform>在历史价格中发现 %n 次越线，当时未能通知。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: {title} on {day}.</source>
        <translation>最近一次：{day}，{title}。</translation>
    </message>
    <message>
        <source>Found late</source>
        <translation>事后发现</translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation>查看警报</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No price for {assets}</source>
        <translation>{assets} 缺价</translation>
    </message>
    <message>
        <source>Prices taken as 1</source>
        <translation>价格按 1 计</translation>
    </message>
    <message>
        <source>Prices stale: {age}</source>
        <translation>价格过期：{age}</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) agree</source>
        <translation>
            <numerusform>%n 个来源确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices {age} · {agree}</source>
        <translation>价格更新于 {age} · {agree}</translation>
    </message>
    <message>
        <source>No partial sale reaches this target: the loss on the sale eats it up.</source>
        <translation>部分卖出无法达到这个目标：卖出的损失会把它吃掉。</translation>
    </message>
    <message>
        <source>The collateral is not enough for the target: all of it is sold.</source>
        <translation>抵押品不足以达到目标：将全部卖出。</translation>
    </message>
    <message>
        <source>It cannot be sold in part.</source>
        <translation>无法只卖出一部分。</translation>
    </message>
    <message>
        <source>If it is liquidated</source>
        <translation>若被清算</translation>
    </message>
    <message>
        <source>How the lender sells</source>
        <translation>放款方如何卖出</translation>
    </message>
    <message>
        <source>a part, down to a target</source>
        <translation>卖出一部分，降到目标</translation>
    </message>
    <message>
        <source>a part, with a penalty on what is repaid</source>
        <translation>卖出一部分，并就偿还额收罚金</translation>
    </message>
    <message>
        <source>a share of the debt, with a penalty</source>
        <translation>偿还一定比例的债务，并收罚金</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>one thing that cannot be split (an NFT)</source>
        <translation>无法分割的单一物件（NFT）</translation>
    </message>
    <message>
        <source>After a fall of, %</source>
        <translation>下跌幅度（%）</translation>
    </message>
    <message>
        <source>Fee, discount or penalty, %</source>
        <translation>费用、折价或罚金（%）</translation>
    </message>
    <message>
        <source>Target LTV or share of the debt, %</source>
        <translation>目标 LTV 或债务比例（%）</translation>
    </message>
    <message>
        <source>The lender keeps what is left over</source>
        <translation>剩余部分归放款方</translation>
    </message>
    <message>
        <source>LTV before</source>
        <translation>清算前 LTV</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Repaid by it</source>
        <translation>由此偿还</translation>
    </message>
    <message>
        <source>Lost to fee, discount or penalty</source>
        <translation>费用、折价或罚金损失</translation>
    </message>
    <message>
        <source>Collateral left</source>
        <translation>剩余抵押品</translation>
    </message>
    <message>
        <source>Debt left</source>
        <translation>剩余债务</translation>
    </message>
    <message>
        <source>LTV after it</source>
        <translation>之后的 LTV</translation>
    </message>
    <message>
        <source>Still owed without collateral</source>
        <translation>已无抵押品的欠款</translation>
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
        <translation>目标 LTV（%）</translation>
    </message>
    <message>
        <source>Collateral to add</source>
        <translation>要增加的抵押品</translation>
    </message>
    <message>
        <source>Debt to repay</source>
        <translation>要偿还的债务</translation>
    </message>
    <message>
        <source>Share that is repaid, %</source>
        <translation>以还款完成的比例（%）</translation>
    </message>
    <message>
        <source>Sell a part in time</source>
        <translation>及时卖出一部分</translation>
    </message>
    <message>
        <source>A stop of your own: what to sell once the price falls so far, before the lender does.</source>
        <translation>自定的止损：价格跌到这里时，赶在放款方之前要卖出多少。</translation>
    </message>
    <message>
        <source>Sell when the price is under</source>
        <translation>价格低于此时卖出</translation>
    </message>
    <message>
        <source>Down to LTV, %</source>
        <translation>降到 LTV（%）</translation>
    </message>
    <message>
        <source>Slippage, %</source>
        <translation>滑点（%）</translation>
    </message>
    <message>
        <source>Fee, %</source>
        <translation>费用（%）</translation>
    </message>
    <message>
        <source>Tell me at this price</source>
        <translation>到这个价格时通知我</translation>
    </message>
    <message>
        <source>{repaid} repaid, {added} added</source>
        <translation>还款 {repaid}，补仓 {added}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>偿还</translation>
    </message>
    <message>
        <source>leaves {money}</source>
        <translation>剩余 {money}</translation>
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
        <translation>已无净值</translation>
    </message>
    <message>
        <source>Leverage now</source>
        <translation>目前杠杆</translation>
    </message>
    <message>
        <source>LTV at that price</source>
        <translation>该价格下的 LTV</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Repays</source>
        <translation>偿还</translation>
    </message>
    <message>
        <source>Lost to slippage and fee</source>
        <translation>滑点与费用损失</translation>
    </message>
    <message>
        <source>Price of {asset}</source>
        <translation>{asset} 价格</translation>
    </message>
    <message>
        <source>Price of the debt&apos;s {asset}</source>
        <translation>债务的 {asset} 价格</translation>
    </message>
    <message>
        <source>Your {asset} as collateral</source>
        <translation>你的 {asset} 抵押品</translation>
    </message>
    <message>
        <source>Your {asset} debt</source>
        <translation>你的 {asset} 债务</translation>
    </message>
    <message>
        <source>The lender&apos;s rules</source>
        <translation>放款方规则</translation>
    </message>
    <message>
        <source>Why LTV moved</source>
        <translation>LTV 变动原因</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>the last week</source>
        <translation>最近一周</translation>
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
        <translation>自开立以来</translation>
    </message>
    <message>
        <source>This cannot be told for that span: {why}.</source>
        <translation>无法说明这段期间：{why}。</translation>
    </message>
    <message>
        <source>From {before} to {after}: {change} points.</source>
        <translation>从 {before} 到 {after}：{change} 个百分点。</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>改用 {value}</translation>
    </message>
    <message>
        <source>Term deposit and leaving early</source>
        <translation>定期存款与提前赎回</translation>
    </message>
    <message>
        <source>Staking</source>
        <translation>质押收益</translation>
    </message>
    <message>
        <source>Pool share (impermanent loss)</source>
        <translation>流动性池（无常损失）</translation>
    </message>
    <message>
        <source>What a loan costs in all</source>
        <translation>贷款的总成本</translation>
    </message>
    <message>
        <source>Perpetual: funding and liquidation</source>
        <translation>永续合约：资金费与清算</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>忠诚度等级</translation>
    </message>
    <message>
        <source>Amount borrowed</source>
        <translation>借款金额</translation>
    </message>
    <message>
        <source>Interest a year, %</source>
        <translation>年利率（%）</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Upfront fee, %</source>
        <translation>预收费用（%）</translation>
    </message>
    <message>
        <source>Simple = cost / received × 365 / days; effective = (repaid / received)^(365 / days) − 1.</source>
        <translation>单利 = 成本 / 实得 × 365 / 天数；实际 = (还款 / 实得)^(365 / 天数) − 1。</translation>
    </message>
    <message>
        <source>Repaid in the end</source>
        <translation>到期还款</translation>
    </message>
    <message>
        <source>Cost by the year, simple</source>
        <translation>年化成本（单利）</translation>
    </message>
    <message>
        <source>Cost by the year, effective</source>
        <translation>年化成本（实际）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in {name}</source>
        <translation>在{name}中搜索</translation>
    </message>
    <message>
        <source>Price over time</source>
        <translation>价格走势</translation>
    </message>
    <message>
        <source>{when}   open {open}   high {high}   low {low}   close {close}</source>
        <translation>{when}   开 {open}   高 {high}   低 {low}   收 {close}</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>自定义价格</translation>
    </message>
    <message>
        <source>Your own price counts in place of what the sources say, and never grows stale, until you clear it.</source>
        <translation>在你清除之前，自定义价格会取代来源报价，且不会过期。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>why, or from whom</source>
        <translation>原因或出处</translation>
    </message>
    <message>
        <source>Clear my price</source>
        <translation>清除自定义价格</translation>
    </message>
    <message>
        <source>The last price of {asset} was {price}; yours is far from it.</source>
        <translation>{asset} 最近的价格是 {price}；你输入的相差甚远。</translation>
    </message>
    <message>
        <source>failed, tried again by itself: {why}</source>
        <translation>失败，会自动再试：{why}</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>获取中</translation>
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
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Go on fetching history</source>
        <translation>继续获取历史价格</translation>
    </message>
    <message>
        <source>Pause fetching history</source>
        <translation>暂停获取历史价格</translation>
    </message>
    <message>
        <source>History from {source}, {period} each</source>
        <translation>来自 {source} 的历史价格，每 {period}</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>K 线</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>There is no price history of {asset} yet: import prices, or let polling collect them.</source>
        <translation>尚无 {asset} 的历史价格：请导入价格，或等待程序收集。</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 条</translation>
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
        <translation>读取中…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>importing…</source>
        <translation>导入中…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected: mend the file, or import the good rows.</source>
        <translation>
            <numerusform>将退回 %n 行：请修正文件，或只导入正确的行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存入任何内容。</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>Answer what is open first.</source>
        <translation>请先回答待定的问题。</translation>
    </message>
    <message>
        <source>Reading all rows; nothing is stored yet…</source>
        <translation>正在读取所有行；尚未存入…</translation>
    </message>
    <message>
        <source>Storing, and looking for crossings…</source>
        <translation>正在存入并检查是否越过界线…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was stored.</source>
        <translation>已停止，未存入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were rejected.</source>
        <translation>
            <numerusform>退回 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crossing(s) found that nobody was told of.</source>
        <translation>
            <numerusform>找到 %n 次未曾通知的越线。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>导入价格</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>另存退回的行…</translation>
    </message>
    <message>
        <source>Mend what is marked first.</source>
        <translation>请先修正标示的栏位。</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>另存退回的行</translation>
    </message>
    <message>
        <source>The rejected rows are in {path}.</source>
        <translation>退回的行已存入 {path}。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开盘</translation>
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
        <translation>价格或收盘</translation>
    </message>
    <message>
        <source>Which of these reads right?</source>
        <translation>哪一个读起来正确？</translation>
    </message>
    <message>
        <source>Which sheet has the prices?</source>
        <translation>价格在哪个工作表？</translation>
    </message>
    <message>
        <source>What separates the columns?</source>
        <translation>各列以什么分隔？</translation>
    </message>
    <message>
        <source>What does each column mean? Choose it over the first rows: a time and a price at least.</source>
        <translation>各列代表什么？请在前几行上方选择：至少要有时间和价格。</translation>
    </message>
    <message>
        <source>Which number is meant?</source>
        <translation>这是哪个数字？</translation>
    </message>
    <message>
        <source>Which day is meant?</source>
        <translation>这是哪一天？</translation>
    </message>
    <message>
        <source>Which asset are these prices of?</source>
        <translation>这些是哪个资产的价格？</translation>
    </message>
    <message>
        <source>{text} is {meaning}</source>
        <translation>{text} 是 {meaning}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
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
            <numerusform>%n 行，第一个：{words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say the same twice and count once.</source>
        <translation>
            <numerusform>%n 行重复，只计一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local time(s) fall into a clock change; the offset before it counts.</source>
        <translation>
            <numerusform>%n 个当地时间落在时制转换之际；以转换前的时差为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Meaning of column {name}</source>
        <translation>“{name}”列的含义</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Asset of column {name}</source>
        <translation>“{name}”列的资产</translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation>文件内容判读</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字格式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>told by the rows</source>
        <translation>由各行指明</translation>
    </message>
    <message>
        <source>What the file leaves open</source>
        <translation>文件未说明之处</translation>
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
        <translation>现在这样就对了</translation>
    </message>
    <message>
        <source>Asset of the prices</source>
        <translation>价格所属资产</translation>
    </message>
    <message>
        <source>Use this asset</source>
        <translation>使用这个资产</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
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
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>What an import would do</source>
        <translation>导入后的结果</translation>
    </message>
    <message>
        <source>Prices by asset</source>
        <translation>各资产价格</translation>
    </message>
    <message>
        <source>All or nothing</source>
        <translation>全部导入，否则都不导入</translation>
    </message>
    <message>
        <source>The good rows; the rejected ones can be saved to a file</source>
        <translation>只导入正确的行；退回的行可另存为文件</translation>
    </message>
    <message>
        <source>Outside this profile</source>
        <translation>配置文件以外</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>New price files in it are imported by themselves.</source>
        <translation>其中新的价格文件会自动导入。</translation>
    </message>
    <message>
        <source>Sign of life</source>
        <translation>存活信号</translation>
    </message>
    <message>
        <source>Asked every five minutes while the watch is well; where it stays away, that service tells you.</source>
        <translation>监视正常时每五分钟连接一次；一旦中断，该服务会通知你。</translation>
    </message>
    <message>
        <source>State of the watch</source>
        <translation>监控状态</translation>
    </message>
    <message>
        <source>The watch has ended: no alert rings any more. Quit Plimsoll and start it again.</source>
        <translation>监控已停止：不会再有任何警报响起。请退出 Plimsoll 后重新启动。</translation>
    </message>
    <message>
        <source>The watch stands still: nothing was looked at for {time}. Look at your platforms.</source>
        <translation>监控停顿：已有 {time} 没有检查任何项目。请查看你的平台。</translation>
    </message>
    <message>
        <source>Value over the price at the end</source>
        <translation>到期价格对应的价值</translation>
    </message>
    <message>
        <source>at {price}: {value}; without it {other}</source>
        <translation>价格 {price}：{value}；不参与则为 {other}</translation>
    </message>
    <message>
        <source>Edit position</source>
        <translation>编辑持仓</translation>
    </message>
    <message>
        <source>Add a position</source>
        <translation>添加持仓</translation>
    </message>
    <message>
        <source>Kind of position</source>
        <translation>持仓种类</translation>
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
        <translation>收益条件</translation>
    </message>
    <message>
        <source>Printed rate a year, %</source>
        <translation>标示年利率（%）</translation>
    </message>
    <message>
        <source>such as 3.65</source>
        <translation>例如 3.65</translation>
    </message>
    <message>
        <source>without compounding (APR)</source>
        <translation>不计复利（APR）</translation>
    </message>
    <message>
        <source>with compounding (APY)</source>
        <translation>计复利（APY）</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>从现在起</translation>
    </message>
    <message>
        <source>in place of the last one</source>
        <translation>取代上一个</translation>
    </message>
    <message>
        <source>The rate is told</source>
        <translation>利率的表示方式</translation>
    </message>
    <message>
        <source>Another rate holds</source>
        <translation>新利率适用</translation>
    </message>
    <message>
        <source>A floating rate follows</source>
        <translation>浮动利率跟随</translation>
    </message>
    <message>
        <source>no one: I enter each change</source>
        <translation>不跟随：由我输入每次变动</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Payout or transfer</source>
        <translation>发放或转入转出</translation>
    </message>
    <message>
        <source>Interest or a reward arrived</source>
        <translation>收到利息或奖励</translation>
    </message>
    <message>
        <source>More was put in</source>
        <translation>追加投入</translation>
    </message>
    <message>
        <source>Some was taken out</source>
        <translation>部分赎回</translation>
    </message>
    <message>
        <source>such as 0.35</source>
        <translation>例如 0.35</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>结清持仓</translation>
    </message>
    <message>
        <source>It earns nothing from then on and is counted no more; what it earned stays in the income.</source>
        <translation>此后不再生息，也不再计入；已得收益仍保留在收入中。</translation>
    </message>
    <message>
        <source>a year, without compounding (APR)</source>
        <translation>每年，不计复利（APR）</translation>
    </message>
    <message>
        <source>a year, with compounding (APY)</source>
        <translation>每年，计复利（APY）</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Rate, %</source>
        <translation>利率（%）</translation>
    </message>
    <message>
        <source>The rate is for</source>
        <translation>利率期间</translation>
    </message>
    <message>
        <source>APR = rate of a posting × n; APY = (1 + rate of a posting)^n − 1; simple interest = amount × rate × time.</source>
        <translation>APR = 每期利率 × n；APY = (1 + 每期利率)^n − 1；单利 = 金额 × 利率 × 时间。</translation>
    </message>
    <message>
        <source>Rate an hour</source>
        <translation>每小时利率</translation>
    </message>
    <message>
        <source>Peer loan, lent and borrowed</source>
        <translation>点对点借贷（出借与借入）</translation>
    </message>
    <message>
        <source>Rate a month of 30 days, %</source>
        <translation>每 30 天的月利率（%）</translation>
    </message>
    <message>
        <source>Lender pays of the interest, %</source>
        <translation>出借人须付的利息分成（%）</translation>
    </message>
    <message>
        <source>Borrower pays upfront, % of the loan</source>
        <translation>借款人预付费用（占借款 %）</translation>
    </message>
    <message>
        <source>Interest = amount × rate × days / 30; a month counts as 30 days, whatever the calendar says.</source>
        <translation>利息 = 金额 × 利率 × 天数 / 30；不论日历如何，一个月按 30 天计。</translation>
    </message>
    <message>
        <source>Interest of the term</source>
        <translation>整期利息</translation>
    </message>
    <message>
        <source>Left to the lender</source>
        <translation>出借人实得</translation>
    </message>
    <message>
        <source>Lender&apos;s rate a year (APR)</source>
        <translation>出借人年利率（APR）</translation>
    </message>
    <message>
        <source>Borrower is paid out</source>
        <translation>借款人实收</translation>
    </message>
    <message>
        <source>Borrower pays in all</source>
        <translation>借款人总成本</translation>
    </message>
    <message>
        <source>Borrower&apos;s rate a year (APR)</source>
        <translation>借款人年利率（APR）</translation>
    </message>
    <message>
        <source>Borrower&apos;s effective rate a year</source>
        <translation>借款人实际年利率</translation>
    </message>
    <message>
        <source>at each full hour that it is open</source>
        <translation>每到整点仍未还</translation>
    </message>
    <message>
        <source>for each started hour</source>
        <translation>不足一小时按一小时计</translation>
    </message>
    <message>
        <source>for completed hours</source>
        <translation>满一小时才计</translation>
    </message>
    <message>
        <source>Margin borrowed by the hour</source>
        <translation>按小时计息的杠杆借款</translation>
    </message>
    <message>
        <source>Rate an hour, %</source>
        <translation>小时利率（%）</translation>
    </message>
    <message>
        <source>Borrowed at minute of its hour</source>
        <translation>借入时是该小时的第几分</translation>
    </message>
    <message>
        <source>Open for, minutes</source>
        <translation>持续时间（分钟）</translation>
    </message>
    <message>
        <source>Interest is charged</source>
        <translation>计息方式</translation>
    </message>
    <message>
        <source>Interest = amount × rate × hours charged; with compounding, amount × ((1 + rate)^hours − 1).</source>
        <translation>利息 = 金额 × 利率 × 计息小时数；复利为 金额 × ((1 + 利率)^小时数 − 1)。</translation>
    </message>
    <message>
        <source>Hours charged</source>
        <translation>计息小时数</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>每日利率</translation>
    </message>
    <message>
        <source>Rate a year without compounding (APR)</source>
        <translation>年利率，不计复利（APR）</translation>
    </message>
    <message>
        <source>Rate a year with compounding (APY)</source>
        <translation>年收益率，计复利（APY）</translation>
    </message>
    <message>
        <source>What an NFT would bring</source>
        <translation>NFT 能卖得多少</translation>
    </message>
    <message>
        <source>Best bid under it, %</source>
        <translation>最高出价低于最低要价（%）</translation>
    </message>
    <message>
        <source>Fee of the market, %</source>
        <translation>市场手续费（%）</translation>
    </message>
    <message>
        <source>Proceeds = lowest ask × (1 − spread) × (1 − royalty − fee).</source>
        <translation>所得 = 最低要价 × (1 − 价差) × (1 − 版税 − 手续费)。</translation>
    </message>
    <message>
        <source>Royalty</source>
        <translation>版税</translation>
    </message>
    <message>
        <source>Fee of the market</source>
        <translation>市场手续费</translation>
    </message>
    <message>
        <source>Lost against the lowest ask</source>
        <translation>比最低要价少</translation>
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
        <translation>复利利息</translation>
    </message>
    <message>
        <source>Interest without compounding</source>
        <translation>单利利息</translation>
    </message>
    <message>
        <source>Days of the term</source>
        <translation>期限（天）</translation>
    </message>
    <message>
        <source>Left after, days</source>
        <translation>持有天数</translation>
    </message>
    <message>
        <source>Interest = amount × rate × days / 365. Leaving early pays by the rule of the product: compare them here.</source>
        <translation>利息 = 金额 × 利率 × 天数 / 365。提前赎回按产品规则计付，可在此比较。</translation>
    </message>
    <message>
        <source>Left early: {rule}</source>
        <translation>提前赎回：{rule}</translation>
    </message>
    <message>
        <source>{paid}, gives away {cost}</source>
        <translation>{paid}，损失 {cost}</translation>
    </message>
    <message>
        <source>Interest accrued when left</source>
        <translation>赎回时应计利息</translation>
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
        <translation>离线开始（天后）</translation>
    </message>
    <message>
        <source>Offline for, days</source>
        <translation>离线天数</translation>
    </message>
    <message>
        <source>Slashed after, days</source>
        <translation>罚没发生（天后）</translation>
    </message>
    <message>
        <source>Slashed, % of the stake</source>
        <translation>罚没比例（占质押 %）</translation>
    </message>
    <message>
        <source>Rewards are staked again</source>
        <translation>奖励复投</translation>
    </message>
    <message>
        <source>Reward of a day = stake × rate / 365 × (1 − commission); real yield = (1 + rate) / (1 + inflation) − 1.</source>
        <translation>每日奖励 = 质押量 × 利率 / 365 × (1 − 佣金)；实际收益率 = (1 + 利率) / (1 + 通胀) − 1。</translation>
    </message>
    <message>
        <source>Rate a year after commission</source>
        <translation>扣除佣金后年利率</translation>
    </message>
    <message>
        <source>The same less inflation</source>
        <translation>再扣除通胀</translation>
    </message>
    <message>
        <source>Days with rewards</source>
        <translation>有奖励的天数</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Slashed</source>
        <translation>罚没</translation>
    </message>
    <message>
        <source>Gain or loss</source>
        <translation>盈亏</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Share = value of the token / value of everything else there. Tiers as of {day}, from {source}.</source>
        <translation>占比 = 代币价值 / 该平台其他资产价值。等级截至 {day}，来源：{source}。</translation>
    </message>
    <message>
        <source>Loyalty token</source>
        <translation>平台代币</translation>
    </message>
    <message>
        <source>Tokens held</source>
        <translation>持有代币数</translation>
    </message>
    <message>
        <source>Price of a token</source>
        <translation>代币价格</translation>
    </message>
    <message>
        <source>Everything else there is worth</source>
        <translation>该平台其他资产价值</translation>
    </message>
    <message>
        <source>LTV, %</source>
        <translation>LTV（%）</translation>
    </message>
    <message>
        <source>Tokens missing for {tier}</source>
        <translation>距离 {tier} 尚缺代币</translation>
    </message>
    <message>
        <source>Value of the token</source>
        <translation>代币价值</translation>
    </message>
    <message>
        <source>Its share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Tier is lost under a price of</source>
        <translation>低于此价格即降级</translation>
    </message>
    <message>
        <source>Borrowing rate a year</source>
        <translation>借款年利率</translation>
    </message>
    <message>
        <source>Amount put in</source>
        <translation>投入数量</translation>
    </message>
    <message>
        <source>Price at the end</source>
        <translation>到期价格</translation>
    </message>
    <message>
        <source>Sell high: A(1 + r) of the coin below the strike K, A·K(1 + r) of the currency from K on. Buy low: A(1 + r) of the currency above K, A/K(1 + r) of the coin up to K.</source>
        <translation>高卖：低于行权价 K 得 A(1 + r) 币，达到 K 得 A·K(1 + r) 计价币。低买：高于 K 得 A(1 + r) 计价币，不高于 K 得 A/K(1 + r) 币。</translation>
    </message>
    <message>
        <source>The strike decides</source>
        <translation>是否行权</translation>
    </message>
    <message>
        <source>yes: the other coin is paid</source>
        <translation>是：以另一币种支付</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Paid in the coin</source>
        <translation>以币支付</translation>
    </message>
    <message>
        <source>Paid in the currency</source>
        <translation>以计价币支付</translation>
    </message>
    <message>
        <source>Worth in the currency</source>
        <translation>折合计价币</translation>
    </message>
    <message>
        <source>strike</source>
        <translation>行权价</translation>
    </message>
    <message>
        <source>Within the range the rate runs in a straight line from the near to the far edge; interest = amount × rate × days / 365.</source>
        <translation>在区间内，利率由近端到远端成直线变化；利息 = 金额 × 利率 × 天数 / 365。</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Coins put in, with as much of the other</source>
        <translation>投入币数，另一币种等值</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>当前价格</translation>
    </message>
    <message>
        <source>Impermanent loss = 2·√k / (1 + k) − 1, where k = price now / price at entry.</source>
        <translation>无常损失 = 2·√k / (1 + k) − 1，其中 k = 当前价格 / 入场价格。</translation>
    </message>
    <message>
        <source>Worth if both were held</source>
        <translation>单纯持有的价值</translation>
    </message>
    <message>
        <source>Worth in the pool</source>
        <translation>池中的价值</translation>
    </message>
    <message>
        <source>Impermanent loss</source>
        <translation>无常损失</translation>
    </message>
    <message>
        <source>The same in the other coin</source>
        <translation>折合另一币种</translation>
    </message>
    <message>
        <source>Fees that make up for it</source>
        <translation>可弥补的手续费收入</translation>
    </message>
    <message>
        <source>Against holding, fees and costs counted</source>
        <translation>与持有相比（计入收入与成本）</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>入场</translation>
    </message>
    <message>
        <source>Funding rate of a settlement, %</source>
        <translation>每次结算资金费率（%）</translation>
    </message>
    <message>
        <source>Days, three settlements each</source>
        <translation>天数（每日结算三次）</translation>
    </message>
    <message>
        <source>Liquidation where margin ± amount × (P − entry) = maintenance × amount × P. A long pays amount × price × rate where the rate is positive, a short receives it.</source>
        <translation>当 保证金 ± 数量 × (P − 开仓价) = 维持保证金率 × 数量 × P 时清算。费率为正时，多方支付 数量 × 价格 × 费率，空方收取。</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>杠杆</translation>
    </message>
    <message>
        <source>Funding received (minus: paid)</source>
        <translation>收到的资金费（负：支付）</translation>
    </message>
    <message>
        <source>Funding rate by the year</source>
        <translation>年化资金费率</translation>
    </message>
    <message>
        <source>Distance to liquidation</source>
        <translation>距离清算</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>清算价格</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>position</source>
        <translation>持仓</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Summed by</source>
        <translation>汇总单位</translation>
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
        <translation>与应得相差超过 1% 的发放会标示。</translation>
    </message>
    <message>
        <source>Nothing yet. What positions earn and loans cost appears here, beside the payouts you enter.</source>
        <translation>尚无内容。持仓的收益与贷款的成本会列在这里，并与你输入的到账对照。</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>价值走势</translation>
    </message>
    <message>
        <source>Loyalty tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>No programme applies: once something lies with a venue that has one, your tier stands here.</source>
        <translation>目前没有适用的方案：在有会员方案的平台上有资产后，你的等级会显示在这里。</translation>
    </message>
    <message>
        <source>Tiers as of {day}, from {source}.</source>
        <translation>等级资料日期 {day}，来源 {source}。</translation>
    </message>
    <message>
        <source>Everything there is worth less than {least}: after {days} days the rate is {rate}.</source>
        <translation>在该平台的总值低于 {least}：满 {days} 天后利率为 {rate}。</translation>
    </message>
    <message>
        <source>Share of the token</source>
        <translation>代币占比</translation>
    </message>
    <message>
        <source>{units} {token} against everything else there</source>
        <translation>{units} {token}，相对于该平台其他资产</translation>
    </message>
    <message>
        <source>no loan at present</source>
        <translation>目前没有贷款</translation>
    </message>
    <message>
        <source>under an LTV of {edge}: {loans}</source>
        <translation>LTV 低于 {edge}：{loans}</translation>
    </message>
    <message>
        <source>Lower rate a year</source>
        <translation>较低的年利率</translation>
    </message>
    <message>
        <source>Returns of</source>
        <translation>回报对象</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>计算中…</translation>
    </message>
    <message>
        <source>No price on some days: {assets}.</source>
        <translation>部分日期缺价：{assets}。</translation>
    </message>
    <message>
        <source>Money-weighted return a year (XIRR)</source>
        <translation>资金加权年回报率（XIRR）</translation>
    </message>
    <message>
        <source>The yearly rate at which everything put in and taken out is worth nothing today.</source>
        <translation>使所有投入与取出的现值合计为零的年利率。</translation>
    </message>
    <message>
        <source>Time-weighted return</source>
        <translation>时间加权回报率</translation>
    </message>
    <message>
        <source>Growth since the start, with every day weighing alike: what was put in or taken out is no gain.</source>
        <translation>自开始以来的增长，每天权重相同：投入与取出都不算获利。</translation>
    </message>
    <message>
        <source>Deepest fall from a peak</source>
        <translation>最大回撤</translation>
    </message>
    <message>
        <source>The largest loss between a peak of that growth and what followed.</source>
        <translation>该增长曲线从高点到其后低点的最大损失。</translation>
    </message>
    <message>
        <source>Under its peak now</source>
        <translation>目前低于高点</translation>
    </message>
    <message>
        <source>How far that growth lies under its highest point today.</source>
        <translation>该增长曲线目前距最高点的差距。</translation>
    </message>
    <message>
        <source>Volatility a year</source>
        <translation>年化波动率</translation>
    </message>
    <message>
        <source>Standard deviation of the daily log returns times √365; needs 30 days.</source>
        <translation>每日对数回报的标准差乘以 √365；需 30 天数据。</translation>
    </message>
    <message>
        <source>Value at risk, a day, 95%</source>
        <translation>风险值（单日，95%）</translation>
    </message>
    <message>
        <source>What today&apos;s amounts would have lost at least on the worst 5% of the days of their history.</source>
        <translation>以目前数量回看历史，最差 5% 的日子至少损失多少。</translation>
    </message>
    <message>
        <source>Expected shortfall, a day, 95%</source>
        <translation>预期亏空（单日，95%）</translation>
    </message>
    <message>
        <source>What they would have lost on average on those days.</source>
        <translation>在那些日子平均损失多少。</translation>
    </message>
    <message>
        <source>below −99.99%</source>
        <translation>低于 −99.99%</translation>
    </message>
    <message>
        <source>over 1,000,000 times</source>
        <translation>超过 1,000,000 倍</translation>
    </message>
    <message>
        <source>Edit credit line</source>
        <translation>编辑信用额度</translation>
    </message>
    <message>
        <source>Add a credit line</source>
        <translation>添加信用额度</translation>
    </message>
    <message>
        <source>Money that you may still draw. What is drawn counts as debt, what is left as reserve.</source>
        <translation>你还可以动用的额度。已动用的计为负债，剩下的计为备用金。</translation>
    </message>
    <message>
        <source>such as Overdraft</source>
        <translation>例如透支额度</translation>
    </message>
    <message>
        <source>Platform or bank</source>
        <translation>平台或银行</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>额度上限</translation>
    </message>
    <message>
        <source>Drawn already</source>
        <translation>已动用</translation>
    </message>
    <message>
        <source>Set aside as reserve</source>
        <translation>列为备用金</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>如何动用</translation>
    </message>
    <message>
        <source>Edit dependency</source>
        <translation>编辑依赖关系</translation>
    </message>
    <message>
        <source>Add a dependency</source>
        <translation>添加依赖关系</translation>
    </message>
    <message>
        <source>What a platform holds with another, or lent to it, is lost to it once that one fails.</source>
        <translation>平台存放于另一平台或借给它的资产，一旦该平台倒闭便会损失。</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>With the share of its assets, %</source>
        <translation>占其资产的比例（%）</translation>
    </message>
    <message>
        <source>choose or type a new one</source>
        <translation>选择或输入新的</translation>
    </message>
    <message>
        <source>Reserve: {money} within {time}</source>
        <translation>备用金：{time}内可动用 {money}</translation>
    </message>
    <message>
        <source>{money} reachable in time</source>
        <translation>{money} 可及时动用</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>集中度</translation>
    </message>
    <message>
        <source>Reviews due</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Parts of Platforms</source>
        <translation>平台页的分页</translation>
    </message>
    <message>
        <source>If one fails</source>
        <translation>若有平台倒闭</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Choose a platform in the table first.</source>
        <translation>请先在表格中选择平台。</translation>
    </message>
    <message>
        <source>Checked today, no change</source>
        <translation>今天已复核，无变动</translation>
    </message>
    <message>
        <source>{name} was looked at today; the next review is on {day}.</source>
        <translation>今天已复核 {name}；下次复核为 {day}。</translation>
    </message>
    <message>
        <source>Herfindahl index; your limit is {limit}</source>
        <translation>赫芬达尔指数；你的上限为 {limit}</translation>
    </message>
    <message>
        <source>no re-pledging is entered</source>
        <translation>未填写再质押资料</translation>
    </message>
    <message>
        <source>{platform}: {money} of claims on your collateral there</source>
        <translation>{platform}：对你在该处的抵押品共有 {money} 的请求权</translation>
    </message>
    <message>
        <source>next: {platform} on {day}</source>
        <translation>下一个：{platform}，{day}</translation>
    </message>
    <message>
        <source>Reviews to come</source>
        <translation>即将到来的复核</translation>
    </message>
    <message>
        <source>No platform yet.</source>
        <translation>尚无平台。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>复核记录</translation>
    </message>
    <message>
        <source>No review yet: what changes in a platform&apos;s facts is kept here with its old and new value.</source>
        <translation>尚无复核记录：平台资料的变动会连同旧值与新值保存在这里。</translation>
    </message>
    <message>
        <source>{share}, over</source>
        <translation>{share}，超过</translation>
    </message>
    <message>
        <source>Share / limit</source>
        <translation>占比/上限</translation>
    </message>
    <message>
        <source>Of net worth</source>
        <translation>占净值</translation>
    </message>
    <message>
        <source>Re-pledges</source>
        <translation>再质押</translation>
    </message>
    <message>
        <source>Hidden leverage</source>
        <translation>隐藏杠杆</translation>
    </message>
    <message>
        <source>Claims on your collateral there for each unit of it, along the chain of re-pledges.</source>
        <translation>沿着再质押链，你在该处的每单位抵押品上有多少请求权。</translation>
    </message>
    <message>
        <source>Proof of reserves</source>
        <translation>储备证明</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>仍须偿还</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>被追缴</translation>
    </message>
    <message>
        <source>With</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>未设置日期</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>下次复核</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation>上次复核</translation>
    </message>
    <message>
        <source>looked at, no change</source>
        <translation>已复核，无变动</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变动前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变动后</translation>
    </message>
    <message>
        <source>What is set aside for top-ups and repayments, how fast it is here, and the fall that it can cure.</source>
        <translation>为补仓与还款预留的资产、多快能到位，以及能应付多大的跌幅。</translation>
    </message>
    <message>
        <source>Enter what you could use in a fall: stablecoins, coins in a wallet, savings, a credit line.</source>
        <translation>输入下跌时可动用的资产：稳定币、钱包里的币、活期理财、信用额度。</translation>
    </message>
    <message>
        <source>Reachable in time</source>
        <translation>可及时动用</translation>
    </message>
    <message>
        <source>Gap at your fall</source>
        <translation>你所选跌幅下的缺口</translation>
    </message>
    <message>
        <source>The plan costs</source>
        <translation>计划成本</translation>
    </message>
    <message>
        <source>Need and reachable reserve</source>
        <translation>所需金额与可动用备用金</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Nothing is set aside yet: tick it in a holding, a position or a credit line.</source>
        <translation>尚未预留：请在持有、持仓或信用额度中勾选。</translation>
    </message>
    <message>
        <source>Loans after the fall</source>
        <translation>下跌后的贷款</translation>
    </message>
    <message>
        <source>No open loan can be called by a price.</source>
        <translation>没有会因价格而被追缴的贷款。</translation>
    </message>
    <message>
        <source>Everything that is held is set aside.</source>
        <translation>所有持有皆已列为备用金。</translation>
    </message>
    <message>
        <source>Parts of Reserve</source>
        <translation>备用金页的分页</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>every called loan brought to its target in time</source>
        <translation>每笔被追缴的贷款都能及时回到目标</translation>
    </message>
    <message>
        <source>every loan kept under its margin call in time</source>
        <translation>每笔贷款都能及时保持在追缴线之下</translation>
    </message>
    <message>
        <source>within the longest window, after costs</source>
        <translation>在最长的补仓期限内，已扣成本</translation>
    </message>
    <message>
        <source>{items}, {missing} without a price</source>
        <translation>{items}，其中 {missing} 个缺价</translation>
    </message>
    <message>
        <source>at a fall of {fall}, all loans together</source>
        <translation>跌幅 {fall}，所有贷款合计</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an item in the table first.</source>
        <translation>请先在表格中选择项目。</translation>
    </message>
    <message>
        <source>A position is removed on the Earn page.</source>
        <translation>持仓请在“收益”页移除。</translation>
    </message>
    <message>
        <source>credit line</source>
        <translation>信用额度</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>缺价</translation>
    </message>
    <message>
        <source>cannot be had</source>
        <translation>无法动用</translation>
    </message>
    <message>
        <source>{time} at {cost}</source>
        <translation>{time}，损失 {cost}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{share} for leaving early</source>
        <translation>提前退出 {share}</translation>
    </message>
    <message>
        <source>{share} for spread and conversion</source>
        <translation>价差与兑换 {share}</translation>
    </message>
    <message>
        <source>{fee} for each withdrawal</source>
        <translation>每次提现 {fee}</translation>
    </message>
    <message>
        <source>the worse of {assets}</source>
        <translation>取 {assets} 中较差者</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>平台内</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>It lies with {platform} already: no network is needed.</source>
        <translation>已在 {platform}：不需经过网络。</translation>
    </message>
    <message>
        <source>Send {amount} {asset} first and wait until it is seen there, then the rest.</source>
        <translation>先转 {amount} {asset}，确认到账后再转其余。</translation>
    </message>
    <message>
        <source>With a test it arrives after {time}, later than the window: there is time for one transfer only.</source>
        <translation>若先测试，将在 {time}后到达，超过补仓期限：时间只够转一次。</translation>
    </message>
    <message>
        <source>Repay {amount} {asset} of {loan}.</source>
        <translation>偿还 {loan} 的 {amount} {asset}。</translation>
    </message>
    <message>
        <source>At most {amount} a day may leave: this is one of several parts.</source>
        <translation>每天最多可转出 {amount}：这是其中一部分。</translation>
    </message>
    <message>
        <source>Wait until {item} ends, which saves the cost of leaving early, and take out {units}.</source>
        <translation>等到 {item} 到期，可省下提前退出的成本，再取出 {units}。</translation>
    </message>
    <message>
        <source>Draw {units} on {item}.</source>
        <translation>动用 {item} 的 {units}。</translation>
    </message>
    <message>
        <source>Take {units} out of {item}.</source>
        <translation>从 {item} 取出 {units}。</translation>
    </message>
    <message>
        <source>Networks are not known at both ends ({sends} / {takes}): enter them on the Platforms page.</source>
        <translation>两端的网络不完整（{sends}/{takes}）：请在“平台”页填写。</translation>
    </message>
    <message>
        <source>No network in common: it leaves by {sends}, the lender takes {takes}. What is sent wrongly is lost.</source>
        <translation>没有共同的网络：从 {sends} 转出，放款方只收 {takes}。转错网络的资产会丢失。</translation>
    </message>
    <message>
        <source>Network: {names}.</source>
        <translation>网络：{names}。</translation>
    </message>
    <message>
        <source>Memo or tag on {network}: {memo}. Without it the money is not credited.</source>
        <translation>{network} 的备注或标签：{memo}。没有填写便不会到账。</translation>
    </message>
    <message>
        <source>Expected at {when}.</source>
        <translation>预计 {when} 到达。</translation>
    </message>
    <message>
        <source>Expected at {when}; the window ends at {due} if the call came now.</source>
        <translation>预计 {when} 到达；若现在被追缴，期限为 {due}。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
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
        <translation>随市场下跌</translation>
    </message>
    <message>
        <source>The share of a fall that its price takes; stablecoins and cash take none.</source>
        <translation>其价格承受跌幅的比例；稳定币与现金不受影响。</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Of its daily moves with those of the collateral, from the prices kept here.</source>
        <translation>其每日变动与抵押品的相关系数，依此处保存的价格计算。</translation>
    </message>
    <message>
        <source>To loan</source>
        <translation>给贷款</translation>
    </message>
    <message>
        <source>Arrives, of</source>
        <translation>到达/期限</translation>
    </message>
    <message>
        <source>When it has arrived, and how long the lender waits.</source>
        <translation>何时到达，以及放款方等多久。</translation>
    </message>
    <message>
        <source>LTV after</source>
        <translation>之后的 LTV</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>endless</source>
        <translation>无限大</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>{time} (yours)</source>
        <translation>{time}（你的假设）</translation>
    </message>
    <message>
        <source>LTV after the fall</source>
        <translation>下跌后的 LTV</translation>
    </message>
    <message>
        <source>Call at</source>
        <translation>追缴线</translation>
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
        <translation>按计划后的 LTV</translation>
    </message>
    <message>
        <source>Sold at once from</source>
        <translation>直接清算的跌幅</translation>
    </message>
    <message>
        <source>A fall so deep in one go reaches liquidation before anything can arrive.</source>
        <translation>一次跌这么深会在资金到达前就触及清算。</translation>
    </message>
    <message>
        <source>Your reserve has {money} within {time}.</source>
        <translation>你的备用金在 {time}内有 {money} 可动用。</translation>
    </message>
    <message>
        <source>{value} is not a time of day; write it like 05:00.</source>
        <translation>“{value}”不是时刻；请写成 05:00。</translation>
    </message>
    <message>
        <source>{value} names no network; write a line like USDT: TRC-20, ERC-20.</source>
        <translation>“{value}”没有网络名称；请写成 USDT: TRC-20, ERC-20。</translation>
    </message>
    <message>
        <source>{value} is out of bounds; the most is {most}.</source>
        <translation>{value} 超出范围；最多为 {most}。</translation>
    </message>
    <message>
        <source>There is no holding {value}.</source>
        <translation>没有持有 {value}。</translation>
    </message>
    <message>
        <source>There is no credit line {value}.</source>
        <translation>没有信用额度 {value}。</translation>
    </message>
    <message>
        <source>{value} is drawn already; the limit must not be smaller.</source>
        <translation>已动用 {value}；额度不可更小。</translation>
    </message>
    <message>
        <source>A platform does not depend on itself; choose two.</source>
        <translation>平台不会依赖自己；请选择两个。</translation>
    </message>
    <message>
        <source>{value} would depend with {share} % on others; together at most 100 %.</source>
        <translation>{value} 对其他平台的依赖将达 {share} %；合计最多 100 %。</translation>
    </message>
    <message>
        <source>Export: {name}</source>
        <translation>导出：{name}</translation>
    </message>
    <message>
        <source>Nothing is due: deposits that end, stakes that unlock, payouts, repayments and reviews appear here.</source>
        <translation>没有到期事项：定存到期、质押解锁、派息、还款与复核会显示在这里。</translation>
    </message>
    <message>
        <source>Need and reachable reserve over the fall</source>
        <translation>各跌幅下的所需金额与可动用备用金</translation>
    </message>
    <message>
        <source>need</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>reachable in time</source>
        <translation>可及时动用</translation>
    </message>
    <message>
        <source>covered to {fall}</source>
        <translation>可应付至 {fall}</translation>
    </message>
    <message>
        <source>fall {fall}: needs {need}, reachable {have}</source>
        <translation>跌幅 {fall}：需要 {need}，可动用 {have}</translation>
    </message>
    <message>
        <source>{loan} lacks {money}</source>
        <translation>{loan} 不足 {money}</translation>
    </message>
    <message>
        <source>Who depends on whom</source>
        <translation>谁依赖谁</translation>
    </message>
    <message>
        <source>depends on {platform} with {share}</source>
        <translation>有 {share} 依赖 {platform}</translation>
    </message>
    <message>
        <source>Platform: {name}</source>
        <translation>平台：{name}</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>若其倒闭</translation>
    </message>
    <message>
        <source>Where this is from</source>
        <translation>资料来源</translation>
    </message>
    <message>
        <source>Your limit, % of all assets</source>
        <translation>你的上限（占全部资产 %）</translation>
    </message>
    <message>
        <source>empty: the usual one</source>
        <translation>空白：一般上限</translation>
    </message>
    <message>
        <source>version or address</source>
        <translation>版本或网址</translation>
    </message>
    <message>
        <source>Last proof of reserves</source>
        <translation>最近的储备证明</translation>
    </message>
    <message>
        <source>such as 2026-06-30</source>
        <translation>例如 2026-06-30</translation>
    </message>
    <message>
        <source>Share that is pledged on, %</source>
        <translation>再质押的比例（%）</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>几层</translation>
    </message>
    <message>
        <source>Fails once it loses, % of its assets</source>
        <translation>损失资产达多少 % 即倒闭</translation>
    </message>
    <message>
        <source>empty: never in the model</source>
        <translation>空白：模型中不倒闭</translation>
    </message>
    <message>
        <source>Comes back after a failure, %</source>
        <translation>倒闭后可取回（%）</translation>
    </message>
    <message>
        <source>such as NEXO</source>
        <translation>例如 NEXO</translation>
    </message>
    <message>
        <source>Looked at on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Next review on</source>
        <translation>下次复核日期</translation>
    </message>
    <message>
        <source>empty: after those days</source>
        <translation>空白：按间隔天数</translation>
    </message>
    <message>
        <source>Networks that it takes and sends</source>
        <translation>可收付的网络</translation>
    </message>
    <message>
        <source>A line an asset, memo or tag after #: USDT: TRC-20, ERC-20 or XRP: XRP Ledger #104392</source>
        <translation>每种资产一行，备注或标签写在 # 之后：USDT: TRC-20, ERC-20 或 XRP: XRP Ledger #104392</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Fee of a withdrawal, units</source>
        <translation>提现手续费（单位）</translation>
    </message>
    <message>
        <source>Spread and conversion, %</source>
        <translation>价差与兑换（%）</translation>
    </message>
    <message>
        <source>At most a day, units</source>
        <translation>每日上限（单位）</translation>
    </message>
    <message>
        <source>empty: no limit</source>
        <translation>空白：无上限</translation>
    </message>
    <message>
        <source>Handled once a day at</source>
        <translation>每日处理时刻</translation>
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
        <translation>空白：按种类</translation>
    </message>
    <message>
        <source>empty: the platform&apos;s</source>
        <translation>空白：平台的网络</translation>
    </message>
    <message>
        <source>Lies on the chain</source>
        <translation>所在的链</translation>
    </message>
    <message>
        <source>empty: by its asset</source>
        <translation>空白：按资产</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不会</translation>
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
        <translation>{now}，无上限</translation>
    </message>
    <message>
        <source>{now} of {most}</source>
        <translation>{now}/最多 {most}</translation>
    </message>
    <message>
        <source>fails first</source>
        <translation>最先倒闭</translation>
    </message>
    <message>
        <source>fails with it</source>
        <translation>随之倒闭</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>安然无恙</translation>
    </message>
    <message>
        <source>loses, stands</source>
        <translation>受损但存活</translation>
    </message>
    <message>
        <source>fails in round {number}</source>
        <translation>第 {number} 轮倒闭</translation>
    </message>
    <message>
        <source>loses {share}, stands</source>
        <translation>损失 {share}，存活</translation>
    </message>
    <message>
        <source>by platform</source>
        <translation>按平台</translation>
    </message>
    <message>
        <source>by asset</source>
        <translation>按资产</translation>
    </message>
    <message>
        <source>by chain</source>
        <translation>按链</translation>
    </message>
    <message>
        <source>several chains or none</source>
        <translation>多条链或不在链上</translation>
    </message>
    <message>
        <source>Re-pledges collateral</source>
        <translation>再质押抵押品</translation>
    </message>
    <message>
        <source>Share that is pledged on</source>
        <translation>再质押的比例</translation>
    </message>
    <message>
        <source>Cushion</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Comes back after a failure</source>
        <translation>倒闭后可取回</translation>
    </message>
    <message>
        <source>Its own coin</source>
        <translation>自家代币</translation>
    </message>
    <message>
        <source>Days between reviews</source>
        <translation>复核间隔天数</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Nothing has a value yet.</source>
        <translation>尚无任何价值。</translation>
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
        <translation>最大资产（%）</translation>
    </message>
    <message>
        <source>Largest chain, %</source>
        <translation>最大链（%）</translation>
    </message>
    <message>
        <source>Herfindahl index of platforms, %</source>
        <translation>平台的赫芬达尔指数（%）</translation>
    </message>
    <message>
        <source>{name} {share} · index {hhi} · like {count} equal parts</source>
        <translation>{name} {share} · 指数 {hhi} · 相当于 {count} 个等份</translation>
    </message>
    <message>
        <source>What if this platform fails:</source>
        <translation>若此平台倒闭：</translation>
    </message>
    <message>
        <source>What happens to each platform</source>
        <translation>各平台的情况</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依赖关系</translation>
    </message>
    <message>
        <source>No dependency is entered: add who holds assets with whom, or lends to whom.</source>
        <translation>尚未填写依赖关系：请添加谁把资产存放或借给谁。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>An arrow goes from a platform to where it holds assets or has lent them. Choose who fails.</source>
        <translation>箭头由平台指向它存放或借出资产的地方。请选择倒闭者。</translation>
    </message>
    <message>
        <source>Lost {lost}, frozen {stuck}, still owed {owed}.</source>
        <translation>损失 {lost}，冻结 {stuck}，仍须偿还 {owed}。</translation>
    </message>
    <message>
        <source>{coins} counted as worth nothing.</source>
        <translation>{coins} 以一文不值计。</translation>
    </message>
    <message>
        <source>Of it {money} lies elsewhere.</source>
        <translation>其中 {money} 在别处。</translation>
    </message>
    <message>
        <source>Called: {loans}.</source>
        <translation>被追缴：{loans}。</translation>
    </message>
    <message>
        <source>The reserve then covers a fall of {fall} for the loans that stand.</source>
        <translation>备用金届时可为其余贷款应付 {fall} 的跌幅。</translation>
    </message>
    <message>
        <source>Choose a dependency in the table first.</source>
        <translation>请先在表格中选择依赖关系。</translation>
    </message>
    <message>
        <source>Nothing has to be done after such a fall.</source>
        <translation>这样的跌幅不需任何操作。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Choose a step of the plan.</source>
        <translation>请选择计划中的步骤。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Everything falls by, %</source>
        <translation>全部下跌（%）</translation>
    </message>
    <message>
        <source>Confidence, %</source>
        <translation>置信水平（%）</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>天数内</translation>
    </message>
    <message>
        <source>Window where none is named, h</source>
        <translation>未载明期限时（小时）</translation>
    </message>
    <message>
        <source>Cure down to the target</source>
        <translation>补仓至目标</translation>
    </message>
    <message>
        <source>Look at that fall</source>
        <translation>查看这个跌幅</translation>
    </message>
    <message>
        <source>A fall of {fall} takes {need}; suggested reserve {size}, {more} more than reaches the loans in time.</source>
        <translation>跌幅 {fall} 需要 {need}；建议备用金 {size}，比能及时到位的多 {more}。</translation>
    </message>
    <message>
        <source>A fall of {fall} takes {need}; what reaches the loans in time is enough.</source>
        <translation>跌幅 {fall} 需要 {need}；能及时到位的已足够。</translation>
    </message>
    <message>
        <source>There is too little price history for a size by confidence: import prices.</source>
        <translation>价格历史太少，无法按置信水平估算：请导入价格。</translation>
    </message>
    <message>
        <source>In {confidence} of {windows} stretches of {days} days from {first} to {last} the collateral of today fell by at most {fall}.</source>
        <translation>从 {first} 到 {last} 的 {windows} 段 {days} 天期间，有 {confidence} 今日抵押品最多下跌 {fall}。</translation>
    </message>
    <message>
        <source>Without history: {assets}.</source>
        <translation>无历史：{assets}。</translation>
    </message>
    <message>
        <source>It takes a reserve of {size}; {more} are missing.</source>
        <translation>需要备用金 {size}；尚缺 {more}。</translation>
    </message>
    <message>
        <source>It takes a reserve of {size}.</source>
        <translation>需要备用金 {size}。</translation>
    </message>
    <message>
        <source>Heat map of falls and loans</source>
        <translation>跌幅与贷款热力图</translation>
    </message>
    <message>
        <source>{loan} after {fall}: LTV {ltv}, {state}</source>
        <translation>{loan}，下跌 {fall} 之后：质押率 {ltv}，{state}</translation>
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
        <translation>全部一样</translation>
    </message>
    <message>
        <source>by their beta on Bitcoin</source>
        <translation>按对比特币的 Beta</translation>
    </message>
    <message>
        <source>as they are correlated</source>
        <translation>按相关性</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Nothing happens</source>
        <translation>没有任何变化</translation>
    </message>
    <message>
        <source>Everything {move}</source>
        <translation>全部 {move}</translation>
    </message>
    <message>
        <source>Bitcoin {move}, the rest by beta</source>
        <translation>比特币 {move}，其余按 Beta</translation>
    </message>
    <message>
        <source>{moves}, the rest as correlated</source>
        <translation>{moves}，其余按相关性</translation>
    </message>
    <message>
        <source>Rates +{points} points</source>
        <translation>利率 +{points} 个百分点</translation>
    </message>
    <message>
        <source>Rates {points} points</source>
        <translation>利率 {points} 个百分点</translation>
    </message>
    <message>
        <source>funding {share} a day</source>
        <translation>资金费率每日 {share}</translation>
    </message>
    <message>
        <source>Levels {points} points ({where})</source>
        <translation>风险线 {points} 个百分点（{where}）</translation>
    </message>
    <message>
        <source>{platforms} frozen</source>
        <translation>{platforms} 冻结</translation>
    </message>
    <message>
        <source>sales move prices</source>
        <translation>卖出会压低价格</translation>
    </message>
    <message>
        <source>{level} {time}</source>
        <translation>{level} {time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>History, in runs of days</source>
        <translation>历史，以连续多日为段</translation>
    </message>
    <message>
        <source>Fat tails (Student t)</source>
        <translation>厚尾分布（Student t）</translation>
    </message>
    <message>
        <source>Normal distribution</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{count} futures</source>
        <translation>{count} 种未来</translation>
    </message>
    <message>
        <source>{days} days ahead</source>
        <translation>往后 {days} 天</translation>
    </message>
    <message>
        <source>{days} days of history</source>
        <translation>{days} 天历史</translation>
    </message>
    <message>
        <source>volatility and correlation from the table that comes along</source>
        <translation>波动率与相关性取自随附的表</translation>
    </message>
    <message>
        <source>left out, no history: {names}</source>
        <translation>无历史而略过：{names}</translation>
    </message>
    <message>
        <source>under {share}</source>
        <translation>低于 {share}</translation>
    </message>
    <message>
        <source>Change the scenario</source>
        <translation>更改情景</translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation>添加情景</translation>
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
        <translation>单个资产，%</translation>
    </message>
    <message>
        <source>Rates, rules, platforms</source>
        <translation>利率、规则、平台</translation>
    </message>
    <message>
        <source>Sales and reserve</source>
        <translation>卖出与备用金</translation>
    </message>
    <message>
        <source>a straight line</source>
        <translation>直线变动</translation>
    </message>
    <message>
        <source>Prices go</source>
        <translation>价格走势</translation>
    </message>
    <message>
        <source>Assets that are not named follow</source>
        <translation>未列出的资产如何跟随</translation>
    </message>
    <message>
        <source>Over how many hours</source>
        <translation>历时几小时</translation>
    </message>
    <message>
        <source>Move of all others (or of Bitcoin), %</source>
        <translation>其余资产（或比特币）的变动，%</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有平台</translation>
    </message>
    <message>
        <source>Added to borrowing rates, points</source>
        <translation>借款利率增加，百分点</translation>
    </message>
    <message>
        <source>Funding a long pays a day, %</source>
        <translation>多头每日支付的资金费，%</translation>
    </message>
    <message>
        <source>Lenders move their levels by, points</source>
        <translation>平台调整风险线，百分点</translation>
    </message>
    <message>
        <source>such as -5</source>
        <translation>例如 -5</translation>
    </message>
    <message>
        <source>at</source>
        <translation>于</translation>
    </message>
    <message>
        <source>{platform} is frozen</source>
        <translation>{platform} 冻结</translation>
    </message>
    <message>
        <source>A sale of this value moves its price by 1 % (0: never)</source>
        <translation>卖出此金额使价格变动 1 %（0：不变动）</translation>
    </message>
    <message>
        <source>A sale loses, %</source>
        <translation>卖出的损失，%</translation>
    </message>
    <message>
        <source>The reserve repays</source>
        <translation>动用备用金还款</translation>
    </message>
    <message>
        <source>What falls, failures and bad luck would do to your loans, beside what they are today.</source>
        <translation>下跌、平台倒闭与坏运气会如何影响你的贷款，并与今天并列。</translation>
    </message>
    <message>
        <source>Risk report (PDF)…</source>
        <translation>风险报告（PDF）…</translation>
    </message>
    <message>
        <source>Parts of the stress test</source>
        <translation>压力测试的各部分</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>in time; all of it and hedges: {fall}</source>
        <translation>可及时到位；全部加上对冲：{fall}</translation>
    </message>
    <message>
        <source>Without what has no price.</source>
        <translation>不含没有价格的部分。</translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>目前还没有可报告的内容。</translation>
    </message>
    <message>
        <source>Risk report</source>
        <translation>风险报告</translation>
    </message>
    <message>
        <source>The report was written to {name}.</source>
        <translation>报告已写入 {name}。</translation>
    </message>
    <message>
        <source>Against today</source>
        <translation>与今天相比</translation>
    </message>
    <message>
        <source>Reserve used</source>
        <translation>动用备用金</translation>
    </message>
    <message>
        <source>Short by</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Hedges bring</source>
        <translation>对冲损益</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>受困</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>LTV today</source>
        <translation>今天质押率</translation>
    </message>
    <message>
        <source>At worst</source>
        <translation>最差时</translation>
    </message>
    <message>
        <source>Cure needs</source>
        <translation>补仓所需</translation>
    </message>
    <message>
        <source>Reserve repays</source>
        <translation>备用金偿还</translation>
    </message>
    <message>
        <source>Lost in sales</source>
        <translation>卖出损失</translation>
    </message>
    <message>
        <source>Levels reached</source>
        <translation>触及的风险线</translation>
    </message>
    <message>
        <source>nothing pledged</source>
        <translation>无抵押</translation>
    </message>
    <message>
        <source>Any loan</source>
        <translation>任一贷款</translation>
    </message>
    <message>
        <source>Liquidation, reserve used</source>
        <translation>清算（动用备用金）</translation>
    </message>
    <message>
        <source>Half of the calls by</source>
        <translation>半数追缴发生于</translation>
    </message>
    <message>
        <source>Debt now</source>
        <translation>目前债务</translation>
    </message>
    <message>
        <source>Debt at most, margin call</source>
        <translation>债务上限（追缴）</translation>
    </message>
    <message>
        <source>or collateral more</source>
        <translation>或增加抵押品</translation>
    </message>
    <message>
        <source>Debt at most, liquidation</source>
        <translation>债务上限（清算）</translation>
    </message>
    <message>
        <source>no such level</source>
        <translation>没有此风险线</translation>
    </message>
    <message>
        <source>liquidation, reserve used</source>
        <translation>清算（动用备用金）</translation>
    </message>
    <message>
        <source>A price moves by -100 % to 1,000 %; write a fall of 40 % as -40.</source>
        <translation>价格变动介于 -100 % 到 1,000 %；下跌 40 % 请写成 -40。</translation>
    </message>
    <message>
        <source>{value} hours are too long; at most 8,760 hours, a year, can be tested.</source>
        <translation>{value} 小时太长；最多可测试 8,760 小时，即一年。</translation>
    </message>
    <message>
        <source>{value} is beyond what makes sense here; at most {most} either way.</source>
        <translation>{value} 超出合理范围；正负最多 {most}。</translation>
    </message>
    <message>
        <source>Nothing happens in it; let a price, a rate, a rule or a platform change.</source>
        <translation>其中没有任何变化；请让价格、利率、规则或平台有所改变。</translation>
    </message>
    <message>
        <source>There is no scenario {value}.</source>
        <translation>没有情景 {value}。</translation>
    </message>
    <message>
        <source>The part for clusters is not installed; install plimsoll-desktop[cluster] or clear the scheduler&apos;s address.</source>
        <translation>未安装集群组件；请安装 plimsoll-desktop[cluster]，或清除调度器地址。</translation>
    </message>
    <message>
        <source>{value} is no scheduler; write it like tcp://10.0.0.5:8786.</source>
        <translation>{value} 不是调度器地址；请写成 tcp://10.0.0.5:8786。</translation>
    </message>
    <message>
        <source>No scheduler with workers answers at {value}; check the address or clear it.</source>
        <translation>{value} 没有可用的调度器响应；请检查地址或将其清除。</translation>
    </message>
    <message>
        <source>No loan&apos;s assets have 60 days of prices in common; import prices, or choose fat tails for known coins.</source>
        <translation>没有任何贷款的资产具备 60 天共同价格；请导入价格，或对已知币种选择厚尾分布。</translation>
    </message>
    <message>
        <source>Plimsoll risk report of {when}</source>
        <translation>Plimsoll 风险报告 {when}</translation>
    </message>
    <message>
        <source>Not simulated; press Simulate on the Stress test page before the report is written.</source>
        <translation>尚未模拟；请先在压力测试页点击“模拟”，再生成报告。</translation>
    </message>
    <message>
        <source>Net worth {net}: assets {assets} less debt {debt}. The reserve holds {reserve}.</source>
        <translation>净值 {net}：资产 {assets} 减债务 {debt}。备用金有 {reserve}。</translation>
    </message>
    <message>
        <source>Reserve and hedges keep every loan under its margin call in a common fall of {fall}.</source>
        <translation>全面下跌 {fall} 时，备用金与对冲仍可使每笔贷款不触及追缴。</translation>
    </message>
    <message>
        <source>Not tested, for want of a price: {names}.</source>
        <translation>因缺价而未测试：{names}。</translation>
    </message>
    <message>
        <source>Scenarios beside today</source>
        <translation>情景与今天并列</translation>
    </message>
    <message>
        <source>LTV in percent after a common fall</source>
        <translation>全面下跌后的质押率（%）</translation>
    </message>
    <message>
        <source>For odds of at most {share} in {days} days.</source>
        <translation>{days} 天内概率不超过 {share}。</translation>
    </message>
    <message>
        <source>LTV in all futures — {loan}</source>
        <translation>所有未来中的质押率 — {loan}</translation>
    </message>
    <message>
        <source>Reached by day — {loan}</source>
        <translation>各日前触及的比例 — {loan}</translation>
    </message>
    <message>
        <source>Each scenario, loan by loan</source>
        <translation>各情景逐笔贷款</translation>
    </message>
    <message numerus="yes">
        <source>and %n more loan(s)</source>
        <translation>
            <numerusform>另有 %n 笔贷款</numerusform>
        </translation>
    </message>
    <message>
        <source>{scenario}: no loan reaches a level.</source>
        <translation>{scenario}：没有贷款触及风险线。</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Betas: {source} ({as_of})</source>
        <translation>Beta：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>Volatility and correlation: {source} ({as_of})</source>
        <translation>波动率与相关性：{source}（{as_of}）</translation>
    </message>
    <message>
        <source>Scenarios are assumptions and odds are estimates: neither is a forecast, and venues may act otherwise.</source>
        <translation>情景是假设，概率是估计：两者都不是预测，平台也可能另有做法。</translation>
    </message>
    <message>
        <source>Scheduler of a Dask cluster</source>
        <translation>Dask 集群的调度器</translation>
    </message>
    <message>
        <source>Odds are simulated there instead of on this computer, with the same results for the same seed.</source>
        <translation>概率改在该处而非本机模拟；相同种子得到相同结果。</translation>
    </message>
    <message>
        <source>day {number}</source>
        <translation>第 {number} 天</translation>
    </message>
    <message>
        <source>Fan of LTV</source>
        <translation>质押率扇形图</translation>
    </message>
    <message>
        <source>day {day}: half under {half}, nine tenths from {low} to {high}</source>
        <translation>第 {day} 天：半数低于 {half}，九成介于 {low} 到 {high}</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Reached by day</source>
        <translation>各日前触及的比例</translation>
    </message>
    <message>
        <source>by day {day}: {shares}</source>
        <translation>第 {day} 天前：{shares}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Every coin falls at once, stablecoins stand still, nothing is cured.</source>
        <translation>所有币种同时下跌，稳定币不动，且不补仓。</translation>
    </message>
    <message>
        <source>Futures are drawn from</source>
        <translation>未来取样自</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>往后天数</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>未来数量</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Size loans for odds of, %</source>
        <translation>贷款上限的概率，%</translation>
    </message>
    <message>
        <source>Keep the trend of the past</source>
        <translation>保留过去的趋势</translation>
    </message>
    <message>
        <source>Odds, with their standard error</source>
        <translation>概率及其标准误差</translation>
    </message>
    <message>
        <source>Nothing simulated yet.</source>
        <translation>尚未模拟。</translation>
    </message>
    <message>
        <source>LTV in all futures</source>
        <translation>所有未来中的质押率</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Progress of the simulation</source>
        <translation>模拟进度</translation>
    </message>
    <message>
        <source>At most {most} can be simulated.</source>
        <translation>最多可模拟 {most}。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；没有任何更改。</translation>
    </message>
    <message>
        <source>Beside today</source>
        <translation>与今天并列</translation>
    </message>
    <message>
        <source>Loans in the scenario</source>
        <translation>情景中的贷款</translation>
    </message>
    <message>
        <source>Loans: {scenario}</source>
        <translation>贷款：{scenario}</translation>
    </message>
    <message>
        <source>Choose a scenario in the table first.</source>
        <translation>请先在表中选择情景。</translation>
    </message>
    <message>
        <source>Choose a scenario of your own; those that came along stay.</source>
        <translation>请选择你自己的情景；随附的情景会保留。</translation>
    </message>
    <message>
        <source>Debt at most, or collateral more</source>
        <translation>债务上限，或增加抵押品</translation>
    </message>
    <message>
        <source>Simulate the odds first; the limits come from the same futures.</source>
        <translation>请先模拟概率；上限取自相同的未来。</translation>
    </message>
    <message>
        <source>So much may be owed that a level is reached in at most {share} of the futures of {days} days, the reserve left alone. More of the same collateral does as much as less debt.</source>
        <translation>在 {days} 天的所有未来中，不动用备用金，最多只有 {share} 触及风险线的债务金额。增加相同的抵押品与减少债务效果相同。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Plimsoll is locked and keeps watching</source>
        <translation>Plimsoll 已锁定，仍持续监看</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>That is not the passphrase; try again.</source>
        <translation>口令不正确，请再试一次。</translation>
    </message>
    <message>
        <source>Privacy and safety</source>
        <translation>隐私与安全</translation>
    </message>
    <message>
        <source>Hide amounts and money</source>
        <translation>隐藏数量与金额</translation>
    </message>
    <message>
        <source>Read-only: refuse every change</source>
        <translation>只读：拒绝所有更改</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Lock after nobody touched it for</source>
        <translation>无人操作多久后锁定</translation>
    </message>
    <message>
        <source>Passphrase of the lock</source>
        <translation>锁定的口令</translation>
    </message>
    <message>
        <source>The lock covers the window; it does not encrypt the file. Alerts go on, without amounts.</source>
        <translation>锁定只会遮住窗口，不会加密文件。警报照常，但不显示金额。</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>新的口令</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未设置</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>A passphrase has at least 4 letters; an empty one takes it away.</source>
        <translation>口令至少 4 个字符；留空则移除。</translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>Find or do anything…</source>
        <translation>搜索或执行…</translation>
    </message>
    <message>
        <source>Nothing of that name. Try a loan, an asset, a page, or what you want to do.</source>
        <translation>找不到。请试试贷款、资产、页面名称，或你想做的事。</translation>
    </message>
    <message>
        <source>Welcome aboard</source>
        <translation>欢迎登船</translation>
    </message>
    <message>
        <source>Plimsoll shows how deep each of your loans lies, on every platform together, and tells you in time. Everything stays on this computer.</source>
        <translation>Plimsoll 汇总所有平台，显示每笔贷款吃水多深，并及时通知你。一切数据都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Two minutes: what is pledged, what is owed, whose rules.</source>
        <translation>两分钟：抵押了什么、欠多少、依谁的规则。</translation>
    </message>
    <message>
        <source>A portfolio file or prices: CSV, XLSX, JSON.</source>
        <translation>投资组合文件或价格：CSV、XLSX、JSON。</translation>
    </message>
    <message>
        <source>Look at a demonstration</source>
        <translation>看看演示</translation>
    </message>
    <message>
        <source>An invented portfolio in a window of its own; nothing is kept.</source>
        <translation>在独立窗口中的虚构投资组合，不会保存任何内容。</translation>
    </message>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Add a position that earns</source>
        <translation>新增生息持仓</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Snooze all alerts for 15 minutes</source>
        <translation>将所有警报推迟 15 分钟</translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation>隐藏或显示金额</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>loan · {name}</source>
        <translation>贷款 · {name}</translation>
    </message>
    <message>
        <source>position · {name}</source>
        <translation>持仓 · {name}</translation>
    </message>
    <message>
        <source>holding · {name}</source>
        <translation>持有 · {name}</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>All that lies on platforms and in wallets, collateral included, at current prices, less all debt with its interest.</source>
        <translation>平台与钱包中的一切（含抵押品）按现价计算，扣除所有债务及利息。</translation>
    </message>
    <message>
        <source>A margin call is the lender&apos;s demand to add collateral or to repay. This is how far prices may fall until the first of your loans reaches one, and the price at which it does.</source>
        <translation>追加保证金是放款方要求补充抵押品或还款。这里显示价格再跌多少，你的第一笔贷款就会被追加，以及届时的价格。</translation>
    </message>
    <message>
        <source>The deepest fall of all prices that your reserve can still cure: what arrives within each loan&apos;s time to cure, worth what it is worth after the fall, is enough to keep every loan under its margin call.</source>
        <translation>你的备用金仍能补救的最大整体跌幅：在每笔贷款补救期限内到位、按下跌后价值计算的资金，足以让每笔贷款保持在追加线之下。</translation>
    </message>
    <message>
        <source>What your positions earn in a day less what your loans cost in a day, by each venue&apos;s own interest rule.</source>
        <translation>你的持仓一天的收益减去贷款一天的成本，按各平台自己的计息规则计算。</translation>
    </message>
    <message>
        <source>How much of all that you own lies with one platform, and would be out of reach if it failed.</source>
        <translation>你的全部资产中放在同一个平台的比例；如果该平台倒闭，这部分就无法动用。</translation>
    </message>
    <message>
        <source>LTV is debt divided by the value of the collateral. The lender acts at fixed steps of it: early warning, margin call, and liquidation, where collateral is sold without asking you.</source>
        <translation>LTV 是债务除以抵押品价值。放款方在固定的阶段采取行动：预警、追加保证金，以及不经你同意就卖出抵押品的清算。</translation>
    </message>
    <message>
        <source>A cure brings LTV down: repaying a part of the debt, or adding collateral. Repaying needs less money.</source>
        <translation>补救会让 LTV 下降：偿还部分债务，或补充抵押品。还款所需的资金较少。</translation>
    </message>
    <message>
        <source>The lender sells collateral to pay the debt, keeps a fee, and returns what is left.</source>
        <translation>放款方卖出抵押品偿还债务，扣除费用后，退回剩余部分。</translation>
    </message>
    <message>
        <source>Selling a part yourself, before the lender does, saves its fee and leaves the choice with you.</source>
        <translation>在放款方动手之前自行卖出一部分，可省下费用，也由你自己决定。</translation>
    </message>
    <message>
        <source>All prices fall by the same share at once; stablecoins keep their peg.</source>
        <translation>所有价格同时下跌相同比例；稳定币保持锚定。</translation>
    </message>
    <message>
        <source>What is this: {term}?</source>
        <translation>这是什么：{term}？</translation>
    </message>
    <message>
        <source>a level was reached</source>
        <translation>触及某一级</translation>
    </message>
    <message>
        <source>an event of the loan</source>
        <translation>贷款的事件</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>保存为矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>What moved LTV</source>
        <translation>是什么推动了质押率</translation>
    </message>
    <message>
        <source>Take back the filters</source>
        <translation>取消筛选</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 项中的 {shown} 项</translation>
    </message>
    <message>
        <source>price rose</source>
        <translation>价格上涨</translation>
    </message>
    <message>
        <source>price fell</source>
        <translation>价格下跌</translation>
    </message>
    <message>
        <source>close</source>
        <translation>收盘</translation>
    </message>
    <message>
        <source>from low to high</source>
        <translation>最低到最高</translation>
    </message>
    <message>
        <source>value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>不做时</translation>
    </message>
    <message>
        <source>value in {currency}</source>
        <translation>以 {currency} 计的价值</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>your fall</source>
        <translation>您设的跌幅</translation>
    </message>
    <message>
        <source>holds or lends there</source>
        <translation>在那里持有或借出</translation>
    </message>
    <message>
        <source>a loss runs along it</source>
        <translation>损失沿此传递</translation>
    </message>
    <message>
        <source>middle of all futures</source>
        <translation>所有未来的中位</translation>
    </message>
    <message>
        <source>half of them</source>
        <translation>其中一半</translation>
    </message>
    <message>
        <source>nine tenths of them (lighter)</source>
        <translation>其中九成（较浅）</translation>
    </message>
    <message>
        <source>Prices beside each other</source>
        <translation>并列价格</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分点</translation>
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
        <translation>{title}（已筛选）</translation>
    </message>
    <message>
        <source>{title}: {value} ({count})</source>
        <translation>{title}：{value}（{count}）</translation>
    </message>
    <message>
        <source>{group}, folded</source>
        <translation>{group}，已折叠</translation>
    </message>
    <message>
        <source>Assets beside each other</source>
        <translation>要并列的资产</translation>
    </message>
    <message>
        <source>At most {count} at a time.</source>
        <translation>一次最多 {count} 项。</translation>
    </message>
    <message>
        <source>Tick the assets that you want to see beside each other.</source>
        <translation>请勾选要并列对比的资产。</translation>
    </message>
    <message>
        <source>There is no price history of these assets in that range.</source>
        <translation>这些资产在该范围内没有价格历史。</translation>
    </message>
    <message>
        <source>Prices beside each other: 100 on {day}</source>
        <translation>并列价格：{day} 为 100</translation>
    </message>
    <message>
        <source>Arrange {name}</source>
        <translation>整理“{name}”</translation>
    </message>
    <message>
        <source>Columns, filters, groups, export</source>
        <translation>列、筛选、分组、导出</translation>
    </message>
    <message>
        <source>Filter {column}</source>
        <translation>筛选“{column}”</translation>
    </message>
    <message>
        <source>Kept in {column}</source>
        <translation>“{column}”中保留的项</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全部不勾</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
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
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with titles</source>
        <translation>连同标题复制</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>升序排列</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>降序排列</translation>
    </message>
    <message>
        <source>Filter {column}…</source>
        <translation>筛选“{column}”…</translation>
    </message>
    <message>
        <source>Group by {column}</source>
        <translation>按“{column}”分组</translation>
    </message>
    <message>
        <source>Hide {column}</source>
        <translation>隐藏“{column}”</translation>
    </message>
    <message>
        <source>Menu of {name}</source>
        <translation>“{name}”的菜单</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>筛选依据</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制整个表格</translation>
    </message>
    <message>
        <source>Look as usual</source>
        <translation>恢复默认外观</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>关于 Plimsoll</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>组件及其许可证</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Plimsoll {version}</source>
        <translation>Plimsoll {version}</translation>
    </message>
    <message>
        <source>Apache License 2.0. No financial advice; check every figure with your lender.</source>
        <translation>Apache 许可证 2.0。本程序不提供财务建议；每个数字请向您的平台核实。</translation>
    </message>
    <message>
        <source>lies in the installed program; this one runs from its source</source>
        <translation>位于安装版程序中；当前从源代码运行</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Inventory of parts (SBOM)</source>
        <translation>组件清单（SBOM）</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>{licence}: its text comes with the source.</source>
        <translation>{licence}：全文随源代码提供。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>开机时启动</translation>
    </message>
    <message>
        <source>It then waits in the tray.</source>
        <translation>启动后在系统托盘中等候。</translation>
    </message>
    <message>
        <source>Tell me when a newer version is out</source>
        <translation>有新版本时通知我</translation>
    </message>
    <message>
        <source>Asks the address below once a day. Nothing is sent along, and nothing is ever downloaded by itself.</source>
        <translation>每天向下方网址询问一次。不会附带任何数据，也绝不会自行下载。</translation>
    </message>
    <message>
        <source>Address that tells the newest version</source>
        <translation>回答最新版本的网址</translation>
    </message>
    <message>
        <source>Show its page</source>
        <translation>打开其网页</translation>
    </message>
    <message>
        <source>Nothing was downloaded. Update it the way that you installed it.</source>
        <translation>没有下载任何东西。请用当初安装的方式更新。</translation>
    </message>
    <message>
        <source>Plimsoll {version} is out</source>
        <translation>Plimsoll {version} 已发布</translation>
    </message>
</context>
</TS>
