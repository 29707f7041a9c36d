; Software interrupts, faults, and the serial port's interrupt at each byte it has sent.
%include "bench.inc"
prepare:
	lidt [idt_pointer]
	handle 0x80, call
	handle 0x06, undefined
	handle 0x24, sent
	mov al, 0x11
	out 0x20, al
	mov al, 0x20
	out 0x21, al
	mov al, 4
	out 0x21, al
	mov al, 1
	out 0x21, al
	mov al, 0xEF
	out 0x21, al
	ret
work:
	xor ebx, ebx
	xor ebp, ebp
	mov ecx, 400000
.call:
	mov eax, ecx
	int 0x80
	add ebx, eax
	dec ecx
	jnz .call
	mov ecx, 100000
.fault:
	ud2
	dec ecx
	jnz .fault
	mov esi, 40000
.send:
	sti
	mov edi, ebp
	mov dx, 0x3F9
	mov al, 2
	out dx, al			; nothing waits to be sent: the interrupt comes at once
	nop
	nop
.wait:
	cmp edi, ebp
	je .wait
	cli
	dec esi
	jnz .send
	mov eax, ebx
	add eax, ebp
	ret
call:
	lea eax, [eax * 3 + 1]
	iret
undefined:
	inc ebx
	add dword [esp], 2
	iret
sent:
	push eax
	push edx
	mov dx, 0x3FA
	in al, dx
	mov dx, 0x3F9
	xor eax, eax
	out dx, al
	mov al, 0x20
	out 0x20, al
	inc ebp
	pop edx
	pop eax
	iret
interrupt_table
